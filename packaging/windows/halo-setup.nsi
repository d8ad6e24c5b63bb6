; Halo Setup Wizard's installer. `packaging/nsis.py` calls makensis with these:
;   VERSION, NUMBERS (1.2.3.0), NAME, PUBLISHER, PROGRAM (the frozen folder), ICON, SIDE (a picture),
;   OUT, KILOBYTES, STUB where makensis has another one than its own, 32-bit, for the running
;   installer, and SIGN, the command that signs the file whose name follows it.
;
; Setup.exe [/S] [/ALLUSERS] [/D=folder]       /D= comes last and takes no quotes
; Uninstall.exe [/S] [/FORGET]                 /FORGET: setups and their secrets as well
;
; Exit codes: 0 done, 1 left by a person, 2 failed, 3 the program is running, 4 no administrator.
; The uninstaller goes on from a copy of itself, so its own are told only to who names its folder:
; Uninstall.exe /S _?=folder                   /FORGET before it; leaves Uninstall.exe itself

Unicode true
!ifdef STUB
  Target "${STUB}"
!endif
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "x64.nsh"

Name "${NAME}"
OutFile "${OUT}"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "FileDescription" "${NAME} Setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "Copyright (c) ${PUBLISHER}. MIT License."

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_FINISHPAGE_TITLE "$(Finished)"
!define MUI_FINISHPAGE_TEXT "$(Where)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${NAME}.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(Start)"

; The uninstaller is made in here, so only here it can be signed.
!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

Var AllUsers

!insertmacro MUI_PAGE_LICENSE "${PROGRAM}\_internal\LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

LangString Finished ${LANG_ENGLISH} "${NAME} is installed"
LangString Finished ${LANG_GERMAN} "${NAME} ist installiert"
LangString Where ${LANG_ENGLISH} "You find it in the Start menu."
LangString Where ${LANG_GERMAN} "Sie finden das Programm im Startmenü."
LangString Start ${LANG_ENGLISH} "Start ${NAME}"
LangString Start ${LANG_GERMAN} "${NAME} starten"
LangString Running ${LANG_ENGLISH} "${NAME} is running. Close it, and try again."
LangString Running ${LANG_GERMAN} "${NAME} läuft. Schließen Sie das Programm und versuchen Sie es noch einmal."
LangString Administrator ${LANG_ENGLISH} "Installing for all users needs an administrator. Run Setup as one, or without /ALLUSERS."
LangString Administrator ${LANG_GERMAN} "Für alle Benutzer kann nur ein Administrator installieren. Starten Sie Setup als solcher oder ohne /ALLUSERS."
LangString Elevate ${LANG_ENGLISH} "${NAME} is installed for all users. Removing it needs an administrator."
LangString Elevate ${LANG_GERMAN} "${NAME} ist für alle Benutzer installiert. Entfernen kann es nur ein Administrator."
LangString Forget ${LANG_ENGLISH} "Remove your setups, too, and their secrets in the Credential Manager?$\n$\nNothing changes in HaloPSA. Without them you would set up each integration anew."
LangString Forget ${LANG_GERMAN} "Sollen auch Ihre Einrichtungen entfernt werden, mit ihren Secrets in der Anmeldeinformationsverwaltung?$\n$\nIn HaloPSA ändert sich nichts. Ohne sie müssten Sie jede Integration neu einrichten."
LangString NotForgotten ${LANG_ENGLISH} "Not everything could be removed. What is left stands in the Credential Manager under halo-setup."
LangString NotForgotten ${LANG_GERMAN} "Nicht alles konnte entfernt werden. Was noch da ist, steht in der Anmeldeinformationsverwaltung unter halo-setup."

!macro CountIfRunning FILE
  ${If} ${FileExists} "${FILE}"
    ClearErrors
    FileOpen $0 "${FILE}" a
    ${If} ${Errors}
      IntOp $1 $1 + 1
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
!macroend

; Choose the registry and the folders of one user, or of all.
!macro Context UN
  Function ${UN}Context
    SetRegView 64
    ${If} $AllUsers == 1
      SetShellVarContext all
    ${Else}
      SetShellVarContext current
    ${EndIf}
  FunctionEnd

  ; Leave while the program runs: Windows lets nobody write to a running program's file.
  Function ${UN}LeaveIfRunning
    try:
    StrCpy $1 0
    !insertmacro CountIfRunning "$INSTDIR\halo-setup.exe"
    !insertmacro CountIfRunning "$INSTDIR\${NAME}.exe"
    ${If} $1 > 0
      IfSilent leave
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" IDRETRY try
      leave:
      SetErrorLevel 3
      Quit
    ${EndIf}
  FunctionEnd
!macroend
!insertmacro Context ""
!insertmacro Context "un."

Function .onInit
  StrCpy $AllUsers 0
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/ALLUSERS" $1
  ${IfNot} ${Errors}
    StrCpy $AllUsers 1
    UserInfo::GetAccountType
    Pop $1
    ${If} $1 != "Admin"
      MessageBox MB_OK|MB_ICONSTOP "$(Administrator)" /SD IDOK
      SetErrorLevel 4
      Quit
    ${EndIf}
  ${EndIf}
  Call Context
  ${If} $INSTDIR == ""  ; no /D=
    ReadRegStr $INSTDIR SHCTX "${KEY}" "InstallLocation"
  ${EndIf}
  ${If} $INSTDIR == ""
    ${If} $AllUsers == 1
      StrCpy $INSTDIR "$PROGRAMFILES64\${NAME}"
    ${Else}
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${NAME}"
    ${EndIf}
  ${EndIf}
FunctionEnd

Section
  Call LeaveIfRunning
  ; Nothing of an older version stays between the new one's files.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}\*.*"
  FileOpen $0 "$INSTDIR\_internal\all-users" w
  FileWrite $0 "$AllUsers"
  FileClose $0
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${NAME}.exe"
  WriteRegStr SHCTX "${PATHS}\halo-setup.exe" "" "$INSTDIR\halo-setup.exe"
  WriteRegStr SHCTX "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${KEY}" "DisplayIcon" "$INSTDIR\${NAME}.exe"
  WriteRegStr SHCTX "${KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr SHCTX "${KEY}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD SHCTX "${KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD SHCTX "${KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${KEY}" "NoRepair" 1
SectionEnd

Function un.onInit
  StrCpy $AllUsers 0
  ClearErrors
  FileOpen $0 "$INSTDIR\_internal\all-users" r
  ${IfNot} ${Errors}
    FileRead $0 $AllUsers
    FileClose $0
  ${EndIf}
  ${If} $AllUsers == 1
    UserInfo::GetAccountType
    Pop $0
    ${If} $0 != "Admin"
      Call un.Elevate
    ${EndIf}
  ${EndIf}
  Call un.Context
FunctionEnd

; "Apps & features" starts an uninstaller without an administrator's rights: ask for them.
Function un.Elevate
  IfSilent leave
  ClearErrors
  ExecShell "runas" "$INSTDIR\Uninstall.exe"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "$(Elevate)"
    leave:
    SetErrorLevel 4
  ${EndIf}
  Quit
FunctionEnd

Section "Uninstall"
  Call un.LeaveIfRunning
  Call un.RemoveTask
  Call un.ForgetIfWished
  Delete "$SMPROGRAMS\${NAME}.lnk"
  ; Only what Setup put there: a person may have named a folder with more in it.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\halo-setup.exe"
  Delete "$INSTDIR\${NAME}.exe"
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey SHCTX "${PATHS}\halo-setup.exe"
  DeleteRegKey SHCTX "${KEY}"
SectionEnd

; The regular re-check goes with the program that it starts; another copy's stays.
Function un.RemoveTask
  nsExec::Exec '"$INSTDIR\halo-setup.exe" schedule remove --own'
  Pop $0
FunctionEnd

Function un.ForgetIfWished
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/FORGET" $1
  ${If} ${Errors}
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(Forget)" /SD IDNO IDYES forget
    Return
  ${EndIf}
  forget:
  nsExec::Exec '"$INSTDIR\halo-setup.exe" forget --yes'
  Pop $0
  ${If} $0 != 0
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(NotForgotten)" /SD IDOK
  ${EndIf}
FunctionEnd
