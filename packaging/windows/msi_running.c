/* For the MSI: leave while the program runs. Without this Windows Installer would go on, and the
   files that are in use would stay, old beside new, until the machine starts again. */

#include <windows.h>
#include <msi.h>
#include <msiquery.h>
#include <wchar.h>

static const wchar_t *const programs[] = {L"halo-setup.exe", L"Halo Setup Wizard.exe"};

/* Windows lets nobody write to the file of a running program. */
static BOOL runs(const wchar_t *folder, const wchar_t *program)
{
    wchar_t path[1024];
    HANDLE file;
    if (_snwprintf(path, 1023, L"%ls%ls", folder, program) < 0)
        return FALSE;
    path[1023] = 0;
    file = CreateFileW(path, GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                       NULL, OPEN_EXISTING, 0, NULL);
    if (file != INVALID_HANDLE_VALUE) {
        CloseHandle(file);
        return FALSE;
    }
    return GetLastError() == ERROR_SHARING_VIOLATION;
}

__declspec(dllexport) UINT __stdcall LeaveIfRunning(MSIHANDLE install)
{
    wchar_t folder[900] = L"";
    DWORD length = 900;
    size_t each;
    MSIHANDLE record;
    if (MsiGetPropertyW(install, L"INSTALLDIR", folder, &length) != ERROR_SUCCESS)
        return ERROR_SUCCESS;
    for (each = 0; each < sizeof programs / sizeof *programs; each++) {
        if (!runs(folder, programs[each]))
            continue;
        record = MsiCreateRecord(0);
        MsiRecordSetStringW(record, 0, L"Halo Setup Wizard is running. Close it, and try again.");
        MsiProcessMessage(install, INSTALLMESSAGE_ERROR, record);
        MsiCloseHandle(record);
        return ERROR_INSTALL_FAILURE;
    }
    return ERROR_SUCCESS;
}
