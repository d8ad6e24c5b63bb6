<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>&amp;Accept it</source>
        <translation>&amp;Annehmen</translation>
    </message>
    <message>
        <source>&amp;Adopt</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>&amp;Adopt it…</source>
        <translation>Übe&amp;rnehmen…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Check now</source>
        <translation>Jetzt &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>&amp;Do it for me</source>
        <translation>Für mich &amp;erledigen</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>F&amp;ortfahren</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>&amp;Verbergen</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>&amp;Import setups…</source>
        <translation>Einrichtungen &amp;importieren…</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>Be&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Leave them as they are</source>
        <translation>&amp;Lassen, wie sie sind</translation>
    </message>
    <message>
        <source>&amp;Look at it</source>
        <translation>A&amp;nsehen</translation>
    </message>
    <message>
        <source>&amp;More…</source>
        <translation>&amp;Mehr…</translation>
    </message>
    <message>
        <source>&amp;New setup</source>
        <translation>&amp;Neue Einrichtung</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Only when I ask</source>
        <translation>&amp;Nur wenn ich es will</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Open in HaloPSA</source>
        <translation>In HaloPSA ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Open it</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Open the vendor&apos;s page</source>
        <translation>Seite des Anbieters ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>E&amp;infügen</translation>
    </message>
    <message>
        <source>&amp;Practice</source>
        <translation>Ü&amp;ben</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>En&amp;tfernen</translation>
    </message>
    <message>
        <source>&amp;Remove it</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>E&amp;rsetzen</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>Anzei&amp;gen</translation>
    </message>
    <message>
        <source>&amp;Sign in with the browser</source>
        <translation>Mit dem Browser an&amp;melden</translation>
    </message>
    <message>
        <source>&amp;Sort again</source>
        <translation>Neu &amp;sortieren</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>(not readable)</source>
        <translation>(nicht lesbar)</translation>
    </message>
    <message>
        <source>1 setup is worse than before: {names}</source>
        <translation>1 Einrichtung ist schlechter als zuvor: {names}</translation>
    </message>
    <message>
        <source>200 with a token that is not a bearer token</source>
        <translation>200 mit einem Token, das kein Bearer-Token ist</translation>
    </message>
    <message>
        <source>200 without an access token</source>
        <translation>200 ohne Zugriffstoken</translation>
    </message>
    <message>
        <source>A HaloPSA sign-in that may create agents and API applications.</source>
        <translation>Eine Anmeldung bei HaloPSA, die Agenten und API-Anwendungen anlegen darf.</translation>
    </message>
    <message>
        <source>A Perimeters account in which you may add integrations.</source>
        <translation>Ein Konto bei Perimeters, in dem Sie Integrationen hinzufügen dürfen.</translation>
    </message>
    <message>
        <source>A built-in profile has the same id, and is not the same.</source>
        <translation>Ein eingebautes Profil hat dieselbe ID, ist aber ein anderes.</translation>
    </message>
    <message>
        <source>A change is accepted with a reason and a name.</source>
        <translation>Eine Änderung wird mit Begründung und Namen angenommen.</translation>
    </message>
    <message>
        <source>A connection that works today can be broken by an edit tomorrow.</source>
        <translation>Eine Verbindung, die heute funktioniert, kann morgen nach einer Änderung ausfallen.</translation>
    </message>
    <message>
        <source>A domain of your own hides it: then enter the name under which HaloPSA hosts you, or ask Perimeters.</source>
        <translation>Eine eigene Domain verbirgt ihn: Geben Sie dann den Namen ein, unter dem HaloPSA Sie führt, oder fragen Sie Perimeters.</translation>
    </message>
    <message>
        <source>A guide as data, in a .toml file</source>
        <translation>Eine Anleitung als Daten, in einer .toml-Datei</translation>
    </message>
    <message>
        <source>A report holds no secrets and no tokens.</source>
        <translation>Ein Bericht enthält keine Secrets und keine Token.</translation>
    </message>
    <message>
        <source>A saved setup uses this profile, so it was not removed.</source>
        <translation>Eine gespeicherte Einrichtung nutzt dieses Profil; es wurde nicht entfernt.</translation>
    </message>
    <message>
        <source>API-only and disabled agents were looked through too</source>
        <translation>auch API-only- und deaktivierte Agenten wurden durchgesehen</translation>
    </message>
    <message>
        <source>Accept {label}</source>
        <translation>{label} annehmen</translation>
    </message>
    <message>
        <source>Accept {label}…</source>
        <translation>{label} annehmen…</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Accepted as it is</source>
        <translation>So angenommen</translation>
    </message>
    <message>
        <source>Accepted as it is: {number}.</source>
        <translation>So angenommen: {number}.</translation>
    </message>
    <message>
        <source>Accepted by nobody.</source>
        <translation>Von niemandem angenommen.</translation>
    </message>
    <message>
        <source>Accepted by {person} until {date}: {reason}</source>
        <translation>Angenommen von {person} bis {date}: {reason}</translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation>Annehmen…</translation>
    </message>
    <message>
        <source>Add the agent to its teams</source>
        <translation>Agenten in seine Teams aufnehmen</translation>
    </message>
    <message>
        <source>Add the agent to the teams and departments whose records it needs.</source>
        <translation>Nehmen Sie den Agenten in die Teams und Abteilungen auf, deren Daten er braucht.</translation>
    </message>
    <message>
        <source>Address of the guide</source>
        <translation>Adresse der Anleitung</translation>
    </message>
    <message>
        <source>Adopt a connection</source>
        <translation>Eine Verbindung übernehmen</translation>
    </message>
    <message>
        <source>Adopt an existing connection…</source>
        <translation>Bestehende Verbindung übernehmen…</translation>
    </message>
    <message>
        <source>Adopt it as</source>
        <translation>Übernehmen als</translation>
    </message>
    <message>
        <source>Adopt it as another integration</source>
        <translation>Als eine andere Integration übernehmen</translation>
    </message>
    <message>
        <source>Adopt, and hold it for this &amp;session only</source>
        <translation>Übernehmen und nur für diese &amp;Sitzung behalten</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Agent that the application acts as</source>
        <translation>Agent, als der die Anwendung handelt</translation>
    </message>
    <message>
        <source>Agent&apos;s permissions</source>
        <translation>Berechtigungen des Agenten</translation>
    </message>
    <message>
        <source>All &amp;steps</source>
        <translation>Alle &amp;Schritte</translation>
    </message>
    <message>
        <source>All instances</source>
        <translation>Alle Instanzen</translation>
    </message>
    <message>
        <source>All integrations</source>
        <translation>Alle Integrationen</translation>
    </message>
    <message>
        <source>All setups, the worst first</source>
        <translation>Alle Einrichtungen, die schlechtesten zuerst</translation>
    </message>
    <message>
        <source>All that was checked: {number} row</source>
        <translation>Alles, was geprüft wurde: {number} Zeile</translation>
    </message>
    <message>
        <source>All that was checked: {number} rows</source>
        <translation>Alles, was geprüft wurde: {number} Zeilen</translation>
    </message>
    <message>
        <source>All {number} setups are in order.</source>
        <translation>Alle {number} Einrichtungen sind in Ordnung.</translation>
    </message>
    <message>
        <source>An administrator of HaloPSA has to do this step. Choose Ask an administrator for a text to send, or sign in as an administrator.</source>
        <translation>Diesen Schritt muss ein Administrator von HaloPSA tun. Wählen Sie „Administrator bitten“ für einen Text zum Verschicken, oder melden Sie sich als Administrator an.</translation>
    </message>
    <message>
        <source>An administrator&apos;s API application</source>
        <translation>Die API-Anwendung eines Administrators</translation>
    </message>
    <message>
        <source>An agent who is a HaloPSA administrator: WatchGuard Cloud reads and updates tickets only as one.</source>
        <translation>Ein Agent, der Administrator von HaloPSA ist: Nur so liest und aktualisiert WatchGuard Cloud Tickets.</translation>
    </message>
    <message>
        <source>Another article of Liongard&apos;s names higher rights on customers and users; this profile follows the guide.</source>
        <translation>Ein anderer Artikel von Liongard nennt höhere Rechte für Kunden und Benutzer; dieses Profil folgt der Anleitung.</translation>
    </message>
    <message>
        <source>Another edition of the guide asks for more agent permissions; this profile follows the one it was made from.</source>
        <translation>Eine andere Ausgabe der Anleitung verlangt mehr Berechtigungen des Agenten; dieses Profil folgt der, aus der es gemacht ist.</translation>
    </message>
    <message>
        <source>Another edition of the guide places HaloPSA under Integrations &gt; Response and Automation.</source>
        <translation>Eine andere Ausgabe der Anleitung führt HaloPSA unter Integrations &gt; Response and Automation.</translation>
    </message>
    <message>
        <source>Another one only if the wizard says that a program uses it.</source>
        <translation>Ein anderer nur, wenn der Assistent sagt, dass ein Programm ihn belegt.</translation>
    </message>
    <message>
        <source>Another program uses the port at which the wizard waits for the browser.</source>
        <translation>Ein anderes Programm belegt den Port, an dem der Assistent auf den Browser wartet.</translation>
    </message>
    <message>
        <source>Any team</source>
        <translation>Irgendein Team</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Application&apos;s permissions</source>
        <translation>Berechtigungen der Anwendung</translation>
    </message>
    <message>
        <source>As API Details shows it; HaloPSA on your own servers has none.</source>
        <translation>So, wie API Details ihn zeigt; HaloPSA auf eigenen Servern hat keinen.</translation>
    </message>
    <message>
        <source>As it stands in Halo, so that the wizard looks at the right one.</source>
        <translation>So, wie er in Halo steht, damit der Assistent den richtigen ansieht.</translation>
    </message>
    <message>
        <source>As the integration has it. HaloPSA does not show it again.</source>
        <translation>So, wie es die Integration hat. HaloPSA zeigt es nicht noch einmal.</translation>
    </message>
    <message>
        <source>As you open it in the browser.</source>
        <translation>So, wie Sie sie im Browser öffnen.</translation>
    </message>
    <message>
        <source>Ask an administrator…</source>
        <translation>Administrator bitten…</translation>
    </message>
    <message>
        <source>Asks for: {wanted}</source>
        <translation>Verlangt: {wanted}</translation>
    </message>
    <message>
        <source>AuthInfo names no authorisation server ({why}): {server} is tried.</source>
        <translation>AuthInfo nennt keinen Autorisierungsserver ({why}): {server} wird versucht.</translation>
    </message>
    <message>
        <source>AuthInfo names the tenant {named}; {given} was given.</source>
        <translation>AuthInfo nennt den Tenant {named}; angegeben war {given}.</translation>
    </message>
    <message>
        <source>Authorisation Server</source>
        <translation>Authorisation Server</translation>
    </message>
    <message>
        <source>Back to the wizard</source>
        <translation>Zurück zum Assistenten</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Zuvor</translation>
    </message>
    <message>
        <source>Before you start</source>
        <translation>Bevor Sie beginnen</translation>
    </message>
    <message>
        <source>Beside Client Secret the guide says to provide the Client ID. That is a slip: enter the secret.</source>
        <translation>Bei Client Secret sagt die Anleitung, man solle die Client ID angeben. Das ist ein Versehen: Geben Sie das Secret ein.</translation>
    </message>
    <message>
        <source>Both were in what you pasted: each is in its own field now.</source>
        <translation>Beides war in dem, was Sie eingefügt haben: Jedes steht jetzt in seinem Feld.</translation>
    </message>
    <message>
        <source>By instance</source>
        <translation>Nach Instanz</translation>
    </message>
    <message>
        <source>By integration</source>
        <translation>Nach Integration</translation>
    </message>
    <message>
        <source>Cancelled. What was found before stays.</source>
        <translation>Abgebrochen. Was vorher gefunden wurde, bleibt.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Changed since it was last good</source>
        <translation>Geändert seit dem letzten guten Stand</translation>
    </message>
    <message>
        <source>Changed since it was last in order</source>
        <translation>Geändert, seit es zuletzt in Ordnung war</translation>
    </message>
    <message>
        <source>Changed since {date}.</source>
        <translation>Geändert seit {date}.</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>Erneut &amp;prüfen</translation>
    </message>
    <message>
        <source>Check again. If it happens every time, look at the proxy or firewall between.</source>
        <translation>Prüfen Sie erneut. Geschieht es jedes Mal, sehen Sie nach dem Proxy oder der Firewall dazwischen.</translation>
    </message>
    <message>
        <source>Check again. If it stays, report the code and the details.</source>
        <translation>Prüfen Sie erneut. Bleibt es dabei, melden Sie den Code und die Einzelheiten.</translation>
    </message>
    <message>
        <source>Check began</source>
        <translation>Beginn der Prüfung</translation>
    </message>
    <message>
        <source>Check ended</source>
        <translation>Ende der Prüfung</translation>
    </message>
    <message>
        <source>Check it again at any time from Home or with halo-setup check.</source>
        <translation>Prüfen Sie sie jederzeit erneut, in der Übersicht oder mit halo-setup check.</translation>
    </message>
    <message>
        <source>Check it, then make the report again.</source>
        <translation>Prüfen Sie sie und erstellen Sie den Bericht dann erneut.</translation>
    </message>
    <message>
        <source>Check that it is a file that was made by Export.</source>
        <translation>Prüfen Sie, ob die Datei durch einen Export entstanden ist.</translation>
    </message>
    <message>
        <source>Check that it is there and may be read by this user, then try again.</source>
        <translation>Prüfen Sie, ob sie da ist und von diesem Benutzer gelesen werden darf, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check that only the secret was pasted.</source>
        <translation>Prüfen Sie, ob nur das Secret eingefügt wurde.</translation>
    </message>
    <message>
        <source>Check that the disk is not full and that the file may be written, then check again.</source>
        <translation>Prüfen Sie, ob noch Speicherplatz frei und die Datei beschreibbar ist, und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>Check that the disk is not full and that the folder may be written, then open it again.</source>
        <translation>Prüfen Sie, ob noch Speicherplatz frei und der Ordner beschreibbar ist, und öffnen Sie sie dann erneut.</translation>
    </message>
    <message>
        <source>Check that the disk is not full and that the folder may be written, then try again.</source>
        <translation>Prüfen Sie, ob noch Speicherplatz frei und der Ordner beschreibbar ist, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Check that the folder may be written and that the disk is not full, then try again.</source>
        <translation>Prüfen Sie, ob der Ordner beschreibbar und noch Speicherplatz frei ist, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Check that the folder may be written, then remove it again.</source>
        <translation>Prüfen Sie, ob in den Ordner geschrieben werden darf, und entfernen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check that you may read the file and that the disk is not full, then try again.</source>
        <translation>Prüfen Sie, ob Sie die Datei lesen dürfen und ob der Datenträger voll ist, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Check the Authorisation Server under API Details, then check again.</source>
        <translation>Vergleichen Sie den Authorisation Server unter API Details und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>Check the address and its port. A proxy or firewall between may also break TLS.</source>
        <translation>Prüfen Sie die Adresse und ihren Port. Auch ein Proxy oder eine Firewall dazwischen kann TLS stören.</translation>
    </message>
    <message>
        <source>Check the address, the network connection and any proxy, then check again.</source>
        <translation>Sehen Sie nach Adresse, Netzwerkverbindung und Proxy und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>Check the address, then check again.</source>
        <translation>Sehen Sie nach der Adresse und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>Check the address. If a proxy inspects traffic, its certificate belongs in the system&apos;s trust store.</source>
        <translation>Prüfen Sie die Adresse. Wenn ein Proxy den Verkehr untersucht, gehört sein Zertifikat in den Zertifikatspeicher des Systems.</translation>
    </message>
    <message>
        <source>Check the address: it must be HaloPSA&apos;s own, and no sign-in page may stand in front of its API.</source>
        <translation>Prüfen Sie die Adresse: Es muss die von HaloPSA selbst sein, und vor der API darf keine Anmeldeseite stehen.</translation>
    </message>
    <message>
        <source>Check the application&apos;s permissions and the rights of the agent it logs in as.</source>
        <translation>Prüfen Sie die Berechtigungen der Anwendung und die Rechte des Agenten, als der sie sich anmeldet.</translation>
    </message>
    <message>
        <source>Check the spelling of the address and the network connection.</source>
        <translation>Prüfen Sie die Schreibweise der Adresse und die Netzwerkverbindung.</translation>
    </message>
    <message>
        <source>Checked (UTC)</source>
        <translation>Geprüft (UTC)</translation>
    </message>
    <message>
        <source>Checked just now</source>
        <translation>Gerade geprüft</translation>
    </message>
    <message>
        <source>Checked on {day}</source>
        <translation>Geprüft am {day}</translation>
    </message>
    <message>
        <source>Checked with</source>
        <translation>Geprüft mit</translation>
    </message>
    <message>
        <source>Checked {moment}</source>
        <translation>Geprüft: {moment}</translation>
    </message>
    <message>
        <source>Checked {number} h ago</source>
        <translation>Vor {number} Std. geprüft</translation>
    </message>
    <message>
        <source>Checked {number} min ago</source>
        <translation>Vor {number} Min. geprüft</translation>
    </message>
    <message>
        <source>Checked {number} s ago</source>
        <translation>Vor {number} s geprüft</translation>
    </message>
    <message>
        <source>Choose Add, then Start Integration, and enter these values.</source>
        <translation>Wählen Sie Add, dann Start Integration, und geben Sie diese Werte ein.</translation>
    </message>
    <message>
        <source>Choose Edit and set the rows below.</source>
        <translation>Wählen Sie Edit und stellen Sie die Zeilen unten ein.</translation>
    </message>
    <message>
        <source>Choose Edit only where something is missing, and Save.</source>
        <translation>Wählen Sie Edit nur, wo etwas fehlt, und dann Save.</translation>
    </message>
    <message>
        <source>Choose Edit, select the Permissions tab, and set the row below.</source>
        <translation>Wählen Sie Edit, dann die Registerkarte Permissions, und stellen Sie die Zeile unten ein.</translation>
    </message>
    <message>
        <source>Choose Finish.</source>
        <translation>Wählen Sie Finish.</translation>
    </message>
    <message>
        <source>Choose New and fill in the fields below.</source>
        <translation>Wählen Sie New und füllen Sie die Felder unten aus.</translation>
    </message>
    <message>
        <source>Choose New at the top right. To use an agent you already have, open it instead.</source>
        <translation>Wählen Sie oben rechts New. Um einen vorhandenen Agenten zu verwenden, öffnen Sie stattdessen diesen.</translation>
    </message>
    <message>
        <source>Choose New, enter the name and Save: the Permissions tab opens only after that.</source>
        <translation>Wählen Sie New, geben Sie den Namen ein und wählen Sie Save: Erst danach öffnet sich die Registerkarte Permissions.</translation>
    </message>
    <message>
        <source>Choose New, enter the name below, and Save: the Permissions tab opens only after that.</source>
        <translation>Wählen Sie New, geben Sie den Namen unten ein und wählen Sie Save: Erst danach öffnet sich die Registerkarte Permissions.</translation>
    </message>
    <message>
        <source>Choose New, or open an agent you already have: the guide allows both.</source>
        <translation>Wählen Sie New oder öffnen Sie einen vorhandenen Agenten: Die Anleitung erlaubt beides.</translation>
    </message>
    <message>
        <source>Choose New.</source>
        <translation>Wählen Sie New.</translation>
    </message>
    <message>
        <source>Choose Save in HaloPSA, then copy the Client ID here: it can change at the first Save.</source>
        <translation>Wählen Sie Save in HaloPSA und kopieren Sie dann die Client ID hierher: Beim ersten Save kann sie sich ändern.</translation>
    </message>
    <message>
        <source>Choose Sign in with the browser.</source>
        <translation>Wählen Sie „Mit dem Browser anmelden“.</translation>
    </message>
    <message>
        <source>Choose View Applications, then New at the top right.</source>
        <translation>Wählen Sie View Applications und dann oben rechts New.</translation>
    </message>
    <message>
        <source>Choose an integration to see what you need for it.</source>
        <translation>Wählen Sie eine Integration, um zu sehen, was Sie dafür brauchen.</translation>
    </message>
    <message>
        <source>Choose another port on the page, put the new Redirect URI into the application and save it, then sign in again. Or close the other program.</source>
        <translation>Wählen Sie auf der Seite einen anderen Port, tragen Sie die neue Redirect URI in die Anwendung ein, speichern Sie sie und melden Sie sich erneut an. Oder beenden Sie das andere Programm.</translation>
    </message>
    <message>
        <source>Choose how the wizard may look</source>
        <translation>Wählen, wie der Assistent nachsehen darf</translation>
    </message>
    <message>
        <source>Choose one first.</source>
        <translation>Bitte wählen Sie zuerst eins davon.</translation>
    </message>
    <message>
        <source>Choose the integration</source>
        <translation>Integration wählen</translation>
    </message>
    <message>
        <source>Choose today or a later day.</source>
        <translation>Wählen Sie heute oder einen späteren Tag.</translation>
    </message>
    <message>
        <source>Clear no&amp;w</source>
        <translation>Jetzt &amp;leeren</translation>
    </message>
    <message>
        <source>Close older sign-in tabs and sign in again.</source>
        <translation>Schließen Sie ältere Anmelde-Tabs und melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>Close the other practice run, or choose another port.</source>
        <translation>Beenden Sie die andere Übung oder wählen Sie einen anderen Port.</translation>
    </message>
    <message>
        <source>Close the tab in the browser, and sign in again when you like.</source>
        <translation>Schließen Sie den Tab im Browser und melden Sie sich an, wann Sie möchten.</translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <translation>Code: {code}</translation>
    </message>
    <message>
        <source>Code: {code}. Details: {details}</source>
        <translation>Code: {code}. Einzelheiten: {details}</translation>
    </message>
    <message>
        <source>Compare it with Authorisation Server under API Details.</source>
        <translation>Vergleichen Sie ihn mit Authorisation Server unter API Details.</translation>
    </message>
    <message>
        <source>Compare the Client ID once more, and correct it here: it can change at the first Save.</source>
        <translation>Vergleichen Sie die Client ID noch einmal und berichtigen Sie sie hier: Beim ersten Save kann sie sich ändern.</translation>
    </message>
    <message>
        <source>Compare the Client ID with HaloPSA once more and correct it here if it changed.</source>
        <translation>Vergleichen Sie die Client ID noch einmal mit HaloPSA und berichtigen Sie sie hier, falls sie sich geändert hat.</translation>
    </message>
    <message>
        <source>Compare the Client ID with the saved application (it can change at the first Save). Check that the application is active. If the secret is lost, generate a new one.</source>
        <translation>Vergleichen Sie die Client ID mit der gespeicherten Anwendung (beim ersten Speichern kann sie sich ändern). Prüfen Sie, ob die Anwendung aktiv ist. Ist das Secret verloren, erzeugen Sie ein neues.</translation>
    </message>
    <message>
        <source>Compare the name with the one in HaloPSA.</source>
        <translation>Vergleichen Sie den Namen mit dem in HaloPSA.</translation>
    </message>
    <message>
        <source>Compare the role&apos;s permissions with this list. What TopLeft needs can change with its features and with HaloPSA&apos;s versions.</source>
        <translation>Vergleichen Sie die Berechtigungen der Rolle mit dieser Liste. Was TopLeft braucht, kann sich mit seinen Funktionen und mit den Versionen von HaloPSA ändern.</translation>
    </message>
    <message>
        <source>Compare the tenant with the one under Configuration &gt; Integrations &gt; HaloPSA API.</source>
        <translation>Vergleichen Sie den Tenant mit dem unter Configuration &gt; Integrations &gt; HaloPSA API.</translation>
    </message>
    <message>
        <source>Compare what the wizard finds with API Details in HaloPSA, then choose Next.</source>
        <translation>Vergleichen Sie, was der Assistent findet, mit API Details in HaloPSA und wählen Sie dann „Weiter“.</translation>
    </message>
    <message>
        <source>Configured</source>
        <translation>Eingestellt</translation>
    </message>
    <message>
        <source>Confirm that this host is the one shown under API Details before a secret is sent to it.</source>
        <translation>Bestätigen Sie, dass es der Server ist, der unter API Details steht, bevor ein Secret an ihn geht.</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>Bestätigt von</translation>
    </message>
    <message>
        <source>Confirmed by a person</source>
        <translation>Von einem Menschen bestätigt</translation>
    </message>
    <message>
        <source>Confirmed by persons</source>
        <translation>Von Personen bestätigt</translation>
    </message>
    <message>
        <source>Confirmed by the technician on {date}</source>
        <translation>Vom Techniker bestätigt am {date}</translation>
    </message>
    <message>
        <source>Confirmed by {person} on {date}</source>
        <translation>Von {person} bestätigt am {date}</translation>
    </message>
    <message>
        <source>Connected already, by hand?</source>
        <translation>Schon von Hand verbunden?</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Continue with {number} &amp;left</source>
        <translation>&amp;Weiter, {number} offen</translation>
    </message>
    <message>
        <source>Cop&amp;y the address</source>
        <translation>Adresse k&amp;opieren</translation>
    </message>
    <message>
        <source>Cop&amp;y without showing</source>
        <translation>Verdec&amp;kt kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy both here while HaloPSA shows them, then save the application.</source>
        <translation>Kopieren Sie beides hierher, solange HaloPSA es zeigt, und speichern Sie dann die Anwendung.</translation>
    </message>
    <message>
        <source>Copy both into Client ID and Client Secret here, then choose Save in HaloPSA.</source>
        <translation>Kopieren Sie beides hier in Client ID und Client Secret und wählen Sie dann Save in HaloPSA.</translation>
    </message>
    <message>
        <source>Copy row as text</source>
        <translation>Zeile als Text kopieren</translation>
    </message>
    <message>
        <source>Copy rows as text</source>
        <translation>Zeilen als Text kopieren</translation>
    </message>
    <message>
        <source>Copy the Client Secret from the application (or generate a new one) into Client Secret, and sign in again. If HaloPSA shows no secret, compare the Client ID.</source>
        <translation>Kopieren Sie das Client Secret aus der Anwendung (oder erzeugen Sie ein neues) in Client Secret und melden Sie sich erneut an. Zeigt HaloPSA kein Secret, vergleichen Sie die Client ID.</translation>
    </message>
    <message>
        <source>Copy the address from the browser in which HaloPSA is open.</source>
        <translation>Kopieren Sie die Adresse aus dem Browser, in dem HaloPSA offen ist.</translation>
    </message>
    <message>
        <source>Copy the secret last, straight into the form; do not keep it anywhere else.</source>
        <translation>Kopieren Sie das Secret zuletzt, direkt in das Formular; bewahren Sie es nirgends sonst auf.</translation>
    </message>
    <message>
        <source>Copy {label}</source>
        <translation>{label} kopieren</translation>
    </message>
    <message>
        <source>Copy “{text}”</source>
        <translation>„{text}“ kopieren</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Create a role called {role} and set its permissions.</source>
        <translation>Legen Sie eine Rolle namens {role} an und stellen Sie ihre Berechtigungen ein.</translation>
    </message>
    <message>
        <source>Create one API application for the wizard. You need it once per instance.</source>
        <translation>Legen Sie eine API-Anwendung für den Assistenten an. Sie brauchen sie einmal je Instanz.</translation>
    </message>
    <message>
        <source>Create the API application Halo Setup Wizard</source>
        <translation>API-Anwendung Halo Setup Wizard anlegen</translation>
    </message>
    <message>
        <source>Create the agent</source>
        <translation>Agenten anlegen</translation>
    </message>
    <message>
        <source>Create the application</source>
        <translation>Anwendung anlegen</translation>
    </message>
    <message>
        <source>Create the application {name}</source>
        <translation>Anwendung {name} anlegen</translation>
    </message>
    <message>
        <source>Create the role</source>
        <translation>Rolle anlegen</translation>
    </message>
    <message>
        <source>Creates and updates tickets</source>
        <translation>Legt Tickets an und aktualisiert sie</translation>
    </message>
    <message>
        <source>Day of the week</source>
        <translation>Wochentag</translation>
    </message>
    <message>
        <source>Decided by the application and its permissions.</source>
        <translation>Darüber entscheiden die Anwendung und ihre Berechtigungen.</translation>
    </message>
    <message>
        <source>Decided by the instance.</source>
        <translation>Darüber entscheidet die Instanz.</translation>
    </message>
    <message>
        <source>Decided by the rights of the agent and its roles.</source>
        <translation>Darüber entscheiden die Rechte des Agenten und seiner Rollen.</translation>
    </message>
    <message>
        <source>Decided by the sign-in.</source>
        <translation>Darüber entscheidet die Anmeldung.</translation>
    </message>
    <message>
        <source>Decided by this workstation.</source>
        <translation>Darüber entscheidet dieser Rechner.</translation>
    </message>
    <message>
        <source>Decided by what the agent may see: teams, departments, customers.</source>
        <translation>Darüber entscheidet, was der Agent sehen darf: Teams, Abteilungen, Kunden.</translation>
    </message>
    <message>
        <source>Delete TopLeft Role, create it afresh as above, and give the agent the new role.</source>
        <translation>Löschen Sie TopLeft Role, legen Sie sie wie oben neu an und geben Sie dem Agenten die neue Rolle.</translation>
    </message>
    <message>
        <source>Delete the file to start practising afresh; nothing real is in it.</source>
        <translation>Löschen Sie die Datei, um neu mit dem Üben zu beginnen; es steht nichts Echtes darin.</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>Abteilungen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Details of the problem</source>
        <translation>Einzelheiten des Problems</translation>
    </message>
    <message>
        <source>Details tab</source>
        <translation>Registerkarte Details</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Do not accept</source>
        <translation>Nicht annehmen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Done in the practice instance.</source>
        <translation>In der Übungsinstanz erledigt.</translation>
    </message>
    <message>
        <source>Each follows its vendor&apos;s own guide.</source>
        <translation>Jede folgt der Anleitung ihres Anbieters.</translation>
    </message>
    <message>
        <source>Each one takes an integration to a proven connection.</source>
        <translation>Jede führt eine Integration zu einer nachgewiesenen Verbindung.</translation>
    </message>
    <message>
        <source>Each with what was seen of it.</source>
        <translation>Jede mit dem, was davon zu sehen war.</translation>
    </message>
    <message>
        <source>Ends the re-check; what was found stays</source>
        <translation>Beendet die Prüfung; was gefunden wurde, bleibt</translation>
    </message>
    <message>
        <source>Enter a name of your choice, then select the authentication method: the Client ID and Client Secret appear.</source>
        <translation>Geben Sie einen Namen Ihrer Wahl ein und wählen Sie dann Authentication Method: Client ID und Client Secret erscheinen.</translation>
    </message>
    <message>
        <source>Enter another {label}</source>
        <translation>Anderen Wert eingeben: {label}</translation>
    </message>
    <message>
        <source>Enter it again at Id and secret. If it is lost, generate a new one in HaloPSA.</source>
        <translation>Geben Sie es unter „ID und Secret“ erneut ein. Ist es verloren, erzeugen Sie in HaloPSA ein neues.</translation>
    </message>
    <message>
        <source>Enter it here to keep it with this setup</source>
        <translation>Hier eingeben, um es mit dieser Einrichtung aufzubewahren</translation>
    </message>
    <message>
        <source>Enter its web address; the wizard finds the rest.</source>
        <translation>Geben Sie seine Webadresse ein; der Assistent findet den Rest.</translation>
    </message>
    <message>
        <source>Enter opens a setup, F5 re-checks it. Shift and arrows choose several.</source>
        <translation>Die Eingabetaste öffnet eine Einrichtung, F5 prüft sie erneut. Umschalt und Pfeiltasten wählen mehrere.</translation>
    </message>
    <message>
        <source>Enter the address that HaloPSA shows as Resource Server under API Details.</source>
        <translation>Geben Sie die Adresse ein, die HaloPSA unter API Details als Resource Server zeigt.</translation>
    </message>
    <message>
        <source>Enter the username and whatever else your company fills in for an agent.</source>
        <translation>Geben Sie den Benutzernamen ein und was Ihre Firma sonst für einen Agenten ausfüllt.</translation>
    </message>
    <message>
        <source>Enter the username below and what HaloPSA marks as required.</source>
        <translation>Geben Sie den Benutzernamen unten ein und was HaloPSA als Pflichtfeld kennzeichnet.</translation>
    </message>
    <message>
        <source>Enter the web address of HaloPSA.</source>
        <translation>Geben Sie die Webadresse von HaloPSA ein.</translation>
    </message>
    <message>
        <source>Enter the {label} first.</source>
        <translation>Bitte zuerst ausfüllen: {label}.</translation>
    </message>
    <message>
        <source>Enter these values at: {where}</source>
        <translation>Geben Sie diese Werte hier ein: {where}</translation>
    </message>
    <message>
        <source>Enter these values there, among what else the portal asks.</source>
        <translation>Geben Sie dort diese Werte ein, neben dem, was das Portal sonst verlangt.</translation>
    </message>
    <message>
        <source>Enter {places}. {why}</source>
        <translation>Geben Sie {places} ein. {why}</translation>
    </message>
    <message>
        <source>Every &amp;day</source>
        <translation>Jeden &amp;Tag</translation>
    </message>
    <message>
        <source>Every &amp;week</source>
        <translation>Jede &amp;Woche</translation>
    </message>
    <message>
        <source>Every day at {time}, by {scheduler}.</source>
        <translation>Jeden Tag um {time} durch {scheduler}.</translation>
    </message>
    <message>
        <source>Every week on {day} at {time}, by {scheduler}.</source>
        <translation>Jede Woche am {day} um {time} durch {scheduler}.</translation>
    </message>
    <message>
        <source>Everything is here: copy each value into its field.</source>
        <translation>Alles ist da: Kopieren Sie jeden Wert in sein Feld.</translation>
    </message>
    <message>
        <source>Evidence and remedy</source>
        <translation>Belege und Abhilfe</translation>
    </message>
    <message>
        <source>Evidence and remedy of {label}</source>
        <translation>Belege und Abhilfe zu {label}</translation>
    </message>
    <message>
        <source>Export setups</source>
        <translation>Einrichtungen exportieren</translation>
    </message>
    <message>
        <source>Export setups…</source>
        <translation>Einrichtungen exportieren…</translation>
    </message>
    <message>
        <source>Export the setups once more without it, then import that file.</source>
        <translation>Exportieren Sie die Einrichtungen noch einmal ohne sie und importieren Sie dann diese Datei.</translation>
    </message>
    <message>
        <source>Export the setups once more, then import that file. Nothing was changed.</source>
        <translation>Exportieren Sie die Einrichtungen noch einmal und importieren Sie dann diese Datei. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Fields of the vendor&apos;s form</source>
        <translation>Felder im Formular des Anbieters</translation>
    </message>
    <message>
        <source>Files with what is in them, and commands; to read only</source>
        <translation>Dateien mit ihrem Inhalt und Befehle; nur zum Lesen</translation>
    </message>
    <message>
        <source>Fill in the application, but do not close its page yet.</source>
        <translation>Füllen Sie die Anwendung aus, aber schließen Sie ihre Seite noch nicht.</translation>
    </message>
    <message>
        <source>Fill in the fields below on the Details tab, from top to bottom.</source>
        <translation>Füllen Sie auf der Registerkarte Details die Felder unten von oben nach unten aus.</translation>
    </message>
    <message>
        <source>Fill in the fields below, from top to bottom. As the agent select the one you have just made.</source>
        <translation>Füllen Sie die Felder unten von oben nach unten aus. Wählen Sie als Agenten den, den Sie gerade angelegt haben.</translation>
    </message>
    <message>
        <source>Fill in the fields below, from top to bottom. The login type must be Agent, and the agent must not stay empty.</source>
        <translation>Füllen Sie die Felder unten von oben nach unten aus. Login Type muss Agent sein, und der Agent darf nicht leer bleiben.</translation>
    </message>
    <message>
        <source>Fill in the fields below; as the role select TopLeft Role.</source>
        <translation>Füllen Sie die Felder unten aus; wählen Sie als Rolle TopLeft Role.</translation>
    </message>
    <message>
        <source>Fill in the rows listed below. The Client ID and Secret appear when you choose the method.</source>
        <translation>Füllen Sie die Zeilen unten aus. Client ID und Secret erscheinen, wenn Sie die Methode wählen.</translation>
    </message>
    <message>
        <source>Fill in the rows listed below. The Redirect URI must be the same to the letter.</source>
        <translation>Füllen Sie die Zeilen unten aus. Die Redirect URI muss Zeichen für Zeichen übereinstimmen.</translation>
    </message>
    <message>
        <source>Find your HaloPSA</source>
        <translation>Ihr HaloPSA finden</translation>
    </message>
    <message>
        <source>Finding the instance</source>
        <translation>Die Instanz wird gesucht</translation>
    </message>
    <message>
        <source>Finished {day} · not proven</source>
        <translation>Abgeschlossen am {day} · nicht nachgewiesen</translation>
    </message>
    <message>
        <source>Follows from: {requirement}</source>
        <translation>Folgt aus: {requirement}</translation>
    </message>
    <message>
        <source>For a new agent, enter a username and what HaloPSA marks as required.</source>
        <translation>Geben Sie für einen neuen Agenten einen Benutzernamen ein und was HaloPSA als Pflichtfeld kennzeichnet.</translation>
    </message>
    <message>
        <source>For an integration that works already, set up without the wizard.</source>
        <translation>Für eine Integration, die schon läuft und ohne den Assistenten eingerichtet wurde.</translation>
    </message>
    <message>
        <source>For information</source>
        <translation>Zur Kenntnis</translation>
    </message>
    <message>
        <source>Forget that it is accepted</source>
        <translation>Vergisst, dass es angenommen ist</translation>
    </message>
    <message>
        <source>Forget the word for {label}</source>
        <translation>Bestätigung zurücknehmen: {label}</translation>
    </message>
    <message>
        <source>Forgets the sign-in, in memory and keychain, for every setup of this HaloPSA</source>
        <translation>Vergisst die Anmeldung in Arbeitsspeicher und Schlüsselbund, für jede Einrichtung dieses HaloPSA</translation>
    </message>
    <message>
        <source>Found. Compare with API Details.</source>
        <translation>Gefunden. Vergleichen Sie mit API Details.</translation>
    </message>
    <message>
        <source>From a file of another workstation</source>
        <translation>Aus einer Datei eines anderen Rechners</translation>
    </message>
    <message>
        <source>From a vendor&apos;s guide to a proven connection with HaloPSA.</source>
        <translation>Von der Anleitung eines Anbieters zur nachgewiesenen Verbindung mit HaloPSA.</translation>
    </message>
    <message>
        <source>Get the {value}</source>
        <translation>Diesen Wert holen: {value}</translation>
    </message>
    <message>
        <source>Give files that halo-setup recheck --json wrote.</source>
        <translation>Geben Sie Dateien an, die halo-setup recheck --json geschrieben hat.</translation>
    </message>
    <message>
        <source>Give the agent a name of its own in HaloPSA.</source>
        <translation>Geben Sie dem Agenten in HaloPSA einen eigenen Namen.</translation>
    </message>
    <message>
        <source>Give the file an id of its own, then open it again.</source>
        <translation>Geben Sie der Datei eine eigene ID und öffnen Sie sie dann erneut.</translation>
    </message>
    <message>
        <source>Give these values to: {where}</source>
        <translation>Geben Sie diese Werte weiter an: {where}</translation>
    </message>
    <message>
        <source>Go on in Liongard</source>
        <translation>Weiter in Liongard</translation>
    </message>
    <message>
        <source>Go on in WatchGuard Cloud</source>
        <translation>Weiter in WatchGuard Cloud</translation>
    </message>
    <message>
        <source>Go on; this is checked as soon as the wizard has them.</source>
        <translation>Gehen Sie weiter; geprüft wird, sobald der Assistent beides hat.</translation>
    </message>
    <message>
        <source>Go to Sign in and choose Sign in with the browser.</source>
        <translation>Gehen Sie zu „Anmeldung“ und wählen Sie „Mit dem Browser anmelden“.</translation>
    </message>
    <message>
        <source>Goes straight into the keychain</source>
        <translation>Kommt direkt in den Schlüsselbund</translation>
    </message>
    <message>
        <source>Goes straight into {keychain}.</source>
        <translation>Kommt direkt in {keychain}.</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>Guide read on</source>
        <translation>Anleitung gelesen am</translation>
    </message>
    <message>
        <source>Guide: {title} · {publisher} · seen {day}</source>
        <translation>Anleitung: {title} · {publisher} · Stand {day}</translation>
    </message>
    <message>
        <source>HTTP 200, no rows</source>
        <translation>HTTP 200, keine Zeilen</translation>
    </message>
    <message>
        <source>Halo Setup Wizard waits here for a sign-in to HaloPSA, and for nothing else.</source>
        <translation>Halo Setup Wizard wartet hier auf eine Anmeldung bei HaloPSA und auf nichts anderes.</translation>
    </message>
    <message>
        <source>Halo had on {date}</source>
        <translation>In Halo stand am {date}</translation>
    </message>
    <message>
        <source>Halo has</source>
        <translation>In Halo steht</translation>
    </message>
    <message>
        <source>Halo has now</source>
        <translation>In Halo steht jetzt</translation>
    </message>
    <message>
        <source>Halo has: {found}</source>
        <translation>In Halo steht: {found}</translation>
    </message>
    <message>
        <source>HaloPSA</source>
        <translation>HaloPSA</translation>
    </message>
    <message>
        <source>HaloPSA API &gt; View Applications &gt; the application &gt; Permissions</source>
        <translation>HaloPSA API &gt; View Applications &gt; die Anwendung &gt; Permissions</translation>
    </message>
    <message>
        <source>HaloPSA answered in a way this program does not know.</source>
        <translation>HaloPSA hat auf eine Weise geantwortet, die dieses Programm nicht kennt.</translation>
    </message>
    <message>
        <source>HaloPSA asked to wait</source>
        <translation>HaloPSA bittet zu warten</translation>
    </message>
    <message>
        <source>HaloPSA can be asked again in {time}; the check did not wait that long. Check again then.</source>
        <translation>HaloPSA kann in {time} wieder gefragt werden; so lange hat die Prüfung nicht gewartet. Prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>HaloPSA did it, with the integration&apos;s own token.</source>
        <translation>HaloPSA hat es getan, mit dem eigenen Token der Integration.</translation>
    </message>
    <message>
        <source>HaloPSA did not tell it.</source>
        <translation>HaloPSA hat sie nicht genannt.</translation>
    </message>
    <message>
        <source>HaloPSA does not accept this client id and secret (invalid_client).</source>
        <translation>HaloPSA nimmt diese Client ID mit diesem Secret nicht an (invalid_client).</translation>
    </message>
    <message>
        <source>HaloPSA does not accept this sign-in any more (invalid_grant).</source>
        <translation>HaloPSA nimmt diese Anmeldung nicht mehr an (invalid_grant).</translation>
    </message>
    <message>
        <source>HaloPSA does not show the application to this connection</source>
        <translation>HaloPSA zeigt dieser Verbindung die Anwendung nicht</translation>
    </message>
    <message>
        <source>HaloPSA does not tell whether it is granted</source>
        <translation>HaloPSA sagt nicht, ob er gewährt ist</translation>
    </message>
    <message>
        <source>HaloPSA gave a token</source>
        <translation>HaloPSA hat ein Token ausgestellt</translation>
    </message>
    <message>
        <source>HaloPSA gave nothing with which this sign-in could be kept.</source>
        <translation>HaloPSA hat nichts gegeben, womit diese Anmeldung behalten werden könnte.</translation>
    </message>
    <message>
        <source>HaloPSA had version {then} on {date} and has {now} now.</source>
        <translation>HaloPSA hatte am {date} die Version {then} und hat jetzt {now}.</translation>
    </message>
    <message>
        <source>HaloPSA has</source>
        <translation>HaloPSA hat</translation>
    </message>
    <message>
        <source>HaloPSA has another version than on {date}.</source>
        <translation>HaloPSA hat eine andere Version als am {date}.</translation>
    </message>
    <message>
        <source>HaloPSA has no such page (404).</source>
        <translation>HaloPSA hat keine solche Seite (404).</translation>
    </message>
    <message>
        <source>HaloPSA has options in this section whose codes are not known</source>
        <translation>HaloPSA hat in diesem Abschnitt Optionen, deren Codes nicht bekannt sind</translation>
    </message>
    <message>
        <source>HaloPSA not found yet</source>
        <translation>HaloPSA noch nicht gefunden</translation>
    </message>
    <message>
        <source>HaloPSA or the gateway in front of it failed.</source>
        <translation>HaloPSA oder das Gateway davor ist gestört.</translation>
    </message>
    <message>
        <source>HaloPSA refused the list of permissions that was asked for (invalid_scope).</source>
        <translation>HaloPSA hat die Liste der verlangten Berechtigungen abgelehnt (invalid_scope).</translation>
    </message>
    <message>
        <source>HaloPSA refused the permissions that the wizard asks for (invalid_scope).</source>
        <translation>HaloPSA hat die Berechtigungen abgelehnt, um die der Assistent bittet (invalid_scope).</translation>
    </message>
    <message>
        <source>HaloPSA refused the request as invalid (400).</source>
        <translation>HaloPSA hat die Anfrage als ungültig abgelehnt (400).</translation>
    </message>
    <message>
        <source>HaloPSA refused the token for this request (401).</source>
        <translation>HaloPSA hat das Token für diese Anfrage abgelehnt (401).</translation>
    </message>
    <message>
        <source>HaloPSA refused this request (403).</source>
        <translation>HaloPSA hat diese Anfrage abgelehnt (403).</translation>
    </message>
    <message>
        <source>HaloPSA refuses more requests for now (429).</source>
        <translation>HaloPSA nimmt im Moment keine weiteren Anfragen an (429).</translation>
    </message>
    <message>
        <source>HaloPSA says that the sign-in was refused (access_denied).</source>
        <translation>HaloPSA sagt, dass die Anmeldung abgelehnt wurde (access_denied).</translation>
    </message>
    <message>
        <source>HaloPSA sent the browser back without a sign-in.</source>
        <translation>HaloPSA hat den Browser ohne Anmeldung zurückgeschickt.</translation>
    </message>
    <message>
        <source>HaloPSA shows the administrator&apos;s connection no agent but its own.</source>
        <translation>HaloPSA zeigt der Verbindung des Administrators nur den eigenen Agenten.</translation>
    </message>
    <message>
        <source>HaloPSA wants this application&apos;s secret as well (invalid_client).</source>
        <translation>HaloPSA verlangt auch das Secret dieser Anwendung (invalid_client).</translation>
    </message>
    <message>
        <source>HaloPSA&apos;s API does not show this row: look in HaloPSA, then confirm it.</source>
        <translation>Die API von HaloPSA zeigt diese Zeile nicht: Sehen Sie in HaloPSA nach und bestätigen Sie sie dann.</translation>
    </message>
    <message>
        <source>HaloPSA&apos;s API does not show this screen</source>
        <translation>Die API von HaloPSA zeigt diese Seite nicht</translation>
    </message>
    <message>
        <source>HaloPSA&apos;s API does not show this screen. Set it, then confirm each row.</source>
        <translation>Die API von HaloPSA zeigt diese Seite nicht. Stellen Sie sie ein und bestätigen Sie dann jede Zeile.</translation>
    </message>
    <message>
        <source>HaloPSA&apos;s answer does not carry this field</source>
        <translation>Die Antwort von HaloPSA enthält dieses Feld nicht</translation>
    </message>
    <message>
        <source>HaloPSA&apos;s answer does not name all of the agent&apos;s memberships</source>
        <translation>Die Antwort von HaloPSA nennt nicht alle Mitgliedschaften des Agenten</translation>
    </message>
    <message>
        <source>HaloPSA&apos;s answer does not show all claims</source>
        <translation>Die Antwort von HaloPSA zeigt nicht alle Claims</translation>
    </message>
    <message>
        <source>HaloPSA&apos;s answer does not show the agent&apos;s departments</source>
        <translation>Die Antwort von HaloPSA zeigt die Abteilungen des Agenten nicht</translation>
    </message>
    <message>
        <source>HaloPSA&apos;s answer does not show the agent&apos;s roles</source>
        <translation>Die Antwort von HaloPSA zeigt die Rollen des Agenten nicht</translation>
    </message>
    <message>
        <source>HaloPSA&apos;s answer does not show the agent&apos;s teams</source>
        <translation>Die Antwort von HaloPSA zeigt die Teams des Agenten nicht</translation>
    </message>
    <message>
        <source>HaloPSA&apos;s answer shows no permissions</source>
        <translation>Die Antwort von HaloPSA zeigt keine Berechtigungen</translation>
    </message>
    <message>
        <source>HaloPSA&apos;s answers do not tell whether it is granted</source>
        <translation>Die Antworten von HaloPSA sagen nicht, ob er gewährt ist</translation>
    </message>
    <message>
        <source>HaloPSA&apos;s own records say so.</source>
        <translation>HaloPSAs eigene Datensätze sagen es.</translation>
    </message>
    <message>
        <source>HaloPSA&apos;s sign-in answered in a way this program does not know.</source>
        <translation>Die Anmeldung von HaloPSA hat auf eine Weise geantwortet, die dieses Programm nicht kennt.</translation>
    </message>
    <message>
        <source>Hand over to {vendor}</source>
        <translation>Übergabe an {vendor}</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>Held in memory; when you adopt the connection it goes into {keychain}.</source>
        <translation>Im Arbeitsspeicher; wenn Sie die Verbindung übernehmen, kommt es in {keychain}.</translation>
    </message>
    <message>
        <source>Hello,</source>
        <translation>Guten Tag,</translation>
    </message>
    <message>
        <source>Hidden again in {seconds} s</source>
        <translation>In {seconds} s wieder verborgen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Ho&amp;me</source>
        <translation>Ü&amp;bersicht</translation>
    </message>
    <message>
        <source>Hold for this &amp;session only</source>
        <translation>Nur für diese &amp;Sitzung behalten</translation>
    </message>
    <message>
        <source>Holds, with {number} accepted change.</source>
        <translation>In Ordnung, mit {number} angenommenen Änderung.</translation>
    </message>
    <message>
        <source>Holds, with {number} accepted changes.</source>
        <translation>In Ordnung, mit {number} angenommenen Änderungen.</translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation>Woher es bekannt ist</translation>
    </message>
    <message>
        <source>How this setup stands</source>
        <translation>Stand dieser Einrichtung</translation>
    </message>
    <message>
        <source>How to read this report</source>
        <translation>So ist dieser Bericht zu lesen</translation>
    </message>
    <message>
        <source>I looked: it is set</source>
        <translation>Nachgesehen: Es ist gesetzt</translation>
    </message>
    <message>
        <source>Id and secret</source>
        <translation>ID und Secret</translation>
    </message>
    <message>
        <source>If API Details in HaloPSA shows another form of it, copy that.</source>
        <translation>Zeigt API Details in HaloPSA eine andere Form davon, kopieren Sie diese.</translation>
    </message>
    <message>
        <source>If HaloPSA has rows here, look at the agent&apos;s teams and departments.</source>
        <translation>Wenn HaloPSA hier Zeilen hat, sehen Sie nach den Teams und Abteilungen des Agenten.</translation>
    </message>
    <message>
        <source>If HaloPSA shows a Client Secret, copy it here now: after Save it is not shown again.</source>
        <translation>Zeigt HaloPSA ein Client Secret, kopieren Sie es jetzt hierher: Nach Save ist es nicht mehr zu sehen.</translation>
    </message>
    <message>
        <source>If it names something as missing, set it in HaloPSA, then check again here and there.</source>
        <translation>Nennt es etwas als fehlend, stellen Sie es in HaloPSA ein und prüfen Sie dann hier und dort erneut.</translation>
    </message>
    <message>
        <source>If nothing else needs it, take it back on the agent&apos;s Permissions tab.</source>
        <translation>Wenn nichts anderes es braucht, nehmen Sie es auf der Registerkarte Permissions des Agenten zurück.</translation>
    </message>
    <message>
        <source>If nothing else needs it, untick {scope} on the application&apos;s Permissions tab.</source>
        <translation>Wenn nichts anderes ihn braucht, entfernen Sie den Haken bei {scope} auf der Registerkarte Permissions der Anwendung.</translation>
    </message>
    <message>
        <source>If tickets do not arrive, remember the remark on the application: the guide names no tickets permission.</source>
        <translation>Kommen keine Tickets an, denken Sie an die Bemerkung zur Anwendung: Die Anleitung nennt keine Berechtigung für Tickets.</translation>
    </message>
    <message>
        <source>Import setups</source>
        <translation>Einrichtungen importieren</translation>
    </message>
    <message>
        <source>Import setups…</source>
        <translation>Einrichtungen importieren…</translation>
    </message>
    <message>
        <source>In Halo</source>
        <translation>In Halo</translation>
    </message>
    <message>
        <source>In HaloPSA open the menu path above and choose New.</source>
        <translation>Öffnen Sie in HaloPSA den Menüpfad oben und wählen Sie New.</translation>
    </message>
    <message>
        <source>In HaloPSA: agents, roles, teams and API applications, and one row of each list that the integration needs.</source>
        <translation>In HaloPSA: Agenten, Rollen, Teams und API-Anwendungen und je eine Zeile der Listen, die die Integration braucht.</translation>
    </message>
    <message>
        <source>In Perimeters open Integrations, then SaaS Services, and select HaloPSA.</source>
        <translation>Öffnen Sie in Perimeters Integrations, dann SaaS Services, und wählen Sie HaloPSA.</translation>
    </message>
    <message>
        <source>In TopLeft open Settings &gt; HaloPSA API &gt; Check Permissions.</source>
        <translation>Öffnen Sie in TopLeft Settings &gt; HaloPSA API &gt; Check Permissions.</translation>
    </message>
    <message>
        <source>In WatchGuard Cloud start to connect a PSA tool, select HaloPSA, and enter these values.</source>
        <translation>Beginnen Sie in WatchGuard Cloud damit, ein PSA-Werkzeug zu verbinden, wählen Sie HaloPSA und geben Sie diese Werte ein.</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Install the newest version, then import it again. Nothing was changed.</source>
        <translation>Installieren Sie die neueste Version und importieren Sie die Datei dann noch einmal. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Install the newest version. Nothing was changed.</source>
        <translation>Installieren Sie die neueste Version. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Integration</translation>
    </message>
    <message>
        <source>It can change at the first Save: compare.</source>
        <translation>Beim ersten Save kann sie sich ändern: Vergleichen Sie.</translation>
    </message>
    <message>
        <source>It could not be read: it is neither met nor missing.</source>
        <translation>Es war nicht zu lesen: Es ist weder erfüllt noch fehlt es.</translation>
    </message>
    <message>
        <source>It could not be read; a person looked and said that it is so.</source>
        <translation>Es war nicht zu lesen; eine Person hat nachgesehen und gesagt, dass es so ist.</translation>
    </message>
    <message>
        <source>It does not look like any of the integrations. Choose the one it is.</source>
        <translation>Sie gleicht keiner der Integrationen. Wählen Sie, welche es ist.</translation>
    </message>
    <message>
        <source>It fits {vendors} equally well. Choose the one it is.</source>
        <translation>Sie passt gleich gut zu {vendors}. Wählen Sie, welche es ist.</translation>
    </message>
    <message>
        <source>It has none.</source>
        <translation>Sie hat keine.</translation>
    </message>
    <message>
        <source>It is as the guide asks.</source>
        <translation>Es ist, wie die Anleitung es verlangt.</translation>
    </message>
    <message>
        <source>It is not known yet whether one is set up.</source>
        <translation>Ob eine eingerichtet ist, ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>It is the Authorisation Server that API Details shows.</source>
        <translation>Es ist der Authorisation Server, den API Details zeigt.</translation>
    </message>
    <message>
        <source>It leaves the clipboard again after a minute</source>
        <translation>Nach einer Minute verschwindet es wieder aus der Zwischenablage</translation>
    </message>
    <message>
        <source>It logs in to {instance} as the agent “{agent}”.</source>
        <translation>Sie meldet sich bei {instance} als Agent „{agent}“ an.</translation>
    </message>
    <message>
        <source>It never changes anything in HaloPSA, and never writes a secret to a file: secrets stay in this workstation&apos;s keychain.</source>
        <translation>Er ändert nie etwas in HaloPSA und schreibt nie ein Secret in eine Datei: Secrets bleiben im Schlüsselbund dieses Rechners.</translation>
    </message>
    <message>
        <source>It only reads. More sight means fewer rows that you must confirm yourself.</source>
        <translation>Er liest nur. Je mehr er sieht, desto weniger Zeilen müssen Sie selbst bestätigen.</translation>
    </message>
    <message>
        <source>It stays visible, counts as accepted, and comes back when it changes again.</source>
        <translation>Es bleibt sichtbar, gilt als angenommen und meldet sich wieder, sobald es sich erneut ändert.</translation>
    </message>
    <message>
        <source>It was left as it is. Move it away to start afresh, or restore it from a backup.</source>
        <translation>Sie wurde so gelassen, wie sie ist. Verschieben Sie sie, um neu zu beginnen, oder stellen Sie sie aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>It was not checked.</source>
        <translation>Es wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>It was read, and is less than the guide asks, or not there.</source>
        <translation>Es wurde gelesen und ist weniger, als die Anleitung verlangt, oder nicht da.</translation>
    </message>
    <message>
        <source>It works, and more is granted than the guide asks.</source>
        <translation>Es funktioniert, und es ist mehr gewährt, als die Anleitung verlangt.</translation>
    </message>
    <message>
        <source>Its profile is not on this workstation.</source>
        <translation>Das Profil dazu ist nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Its record here goes: your answers, the findings, what you confirmed.</source>
        <translation>Hier verschwindet, was dazu gespeichert ist: Ihre Antworten, die Befunde und was Sie bestätigt haben.</translation>
    </message>
    <message>
        <source>Its secrets in {keychain} go with it.</source>
        <translation>Auch die Secrets dazu in {keychain} verschwinden.</translation>
    </message>
    <message>
        <source>Its title is not known here.</source>
        <translation>Ihr Titel ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>JSON that does not parse</source>
        <translation>unlesbares JSON</translation>
    </message>
    <message>
        <source>Keep this page of HaloPSA open until the wizard has the secret: it is shown only until the application is saved, and never again.</source>
        <translation>Lassen Sie diese Seite von HaloPSA offen, bis der Assistent das Secret hat: Es ist nur zu sehen, bis die Anwendung gespeichert ist, und danach nie wieder.</translation>
    </message>
    <message>
        <source>Keeps what renews the sign-in in the keychain. Else it is in memory only, and you sign in again when the program is started again.</source>
        <translation>Bewahrt im Schlüsselbund auf, womit sich die Anmeldung erneuern lässt. Sonst bleibt sie nur im Arbeitsspeicher, und Sie melden sich nach dem nächsten Programmstart erneut an.</translation>
    </message>
    <message>
        <source>Kept in memory until the program is closed</source>
        <translation>Bleibt im Arbeitsspeicher, bis das Programm geschlossen wird</translation>
    </message>
    <message>
        <source>Last checked</source>
        <translation>Zuletzt geprüft</translation>
    </message>
    <message>
        <source>Last known: in order on {date}.</source>
        <translation>Zuletzt bekannt: am {date} in Ordnung.</translation>
    </message>
    <message>
        <source>Last known: missing on {date}.</source>
        <translation>Zuletzt bekannt: fehlte am {date}.</translation>
    </message>
    <message>
        <source>Last known: more than asked on {date}.</source>
        <translation>Zuletzt bekannt: am {date} mehr als verlangt.</translation>
    </message>
    <message>
        <source>Last known: “{value}” on {date}.</source>
        <translation>Zuletzt bekannt: „{value}“ am {date}.</translation>
    </message>
    <message>
        <source>Leads to the step for it</source>
        <translation>Führt zum Schritt dafür</translation>
    </message>
    <message>
        <source>Leads you through a vendor&apos;s own guide, step by step, until the integration&apos;s connection to HaloPSA is proven.</source>
        <translation>Führt Sie Schritt für Schritt durch die Anleitung eines Anbieters, bis die Verbindung der Integration zu HaloPSA nachgewiesen ist.</translation>
    </message>
    <message>
        <source>Leave the page open, with the Client ID and Client Secret in view, and go on here before you save.</source>
        <translation>Lassen Sie die Seite mit Client ID und Client Secret offen und machen Sie hier weiter, bevor Sie speichern.</translation>
    </message>
    <message>
        <source>Leave this setup as it is and show all setups</source>
        <translation>Diese Einrichtung so lassen, wie sie ist, und alle Einrichtungen zeigen</translation>
    </message>
    <message>
        <source>Left to do</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>Let TopLeft check its permissions</source>
        <translation>TopLeft prüfen lassen</translation>
    </message>
    <message>
        <source>Let it log in as an administrator who is in a team, or look in HaloPSA by hand.</source>
        <translation>Lassen Sie sie sich als Administrator anmelden, der in einem Team ist, oder sehen Sie selbst in HaloPSA nach.</translation>
    </message>
    <message>
        <source>Let the application log in as an agent who is an administrator.</source>
        <translation>Lassen Sie die Anwendung sich als ein Agent anmelden, der Administrator ist.</translation>
    </message>
    <message>
        <source>Let the wizard look</source>
        <translation>Den Assistenten nachsehen lassen</translation>
    </message>
    <message>
        <source>Lets WatchGuard Cloud work with tickets, customers, contracts, items, invoices, software and assets.</source>
        <translation>Lässt WatchGuard Cloud mit Tickets, Kunden, Verträgen, Artikeln, Rechnungen, Software und Assets arbeiten.</translation>
    </message>
    <message>
        <source>Line {line}, {place}: {message}</source>
        <translation>Zeile {line}, {place}: {message}</translation>
    </message>
    <message>
        <source>Line {line}: {message}</source>
        <translation>Zeile {line}: {message}</translation>
    </message>
    <message>
        <source>Lines of the files that could not be read: {number}</source>
        <translation>Zeilen der Dateien, die nicht zu lesen waren: {number}</translation>
    </message>
    <message>
        <source>Liongard&apos;s HaloPSA integration</source>
        <translation>Integration HaloPSA in Liongard</translation>
    </message>
    <message>
        <source>Liongard&apos;s own form: it is on another page, &quot;Integrate HaloPSA with Liongard&quot;.</source>
        <translation>Das Formular von Liongard: Es steht auf einer anderen Seite, „Integrate HaloPSA with Liongard“.</translation>
    </message>
    <message>
        <source>Look at the application&apos;s Permissions first, then at {place}</source>
        <translation>Sehen Sie zuerst nach den Permissions der Anwendung, dann unter {place}</translation>
    </message>
    <message>
        <source>Look at the application&apos;s permissions first, then at the agent&apos;s rights.</source>
        <translation>Sehen Sie zuerst nach den Berechtigungen der Anwendung, dann nach den Rechten des Agenten.</translation>
    </message>
    <message>
        <source>Look for {scope}, or for a permission that includes it, on the application&apos;s Permissions tab, and untick it if nothing else needs it.</source>
        <translation>Suchen Sie auf der Registerkarte Permissions der Anwendung nach {scope} oder einer Berechtigung, die ihn einschließt, und entfernen Sie den Haken, wenn nichts anderes ihn braucht.</translation>
    </message>
    <message>
        <source>Look in HaloPSA and confirm it by hand, or connect an administrator&apos;s API application.</source>
        <translation>Sehen Sie in HaloPSA nach und bestätigen Sie es selbst, oder verbinden Sie die API-Anwendung eines Administrators.</translation>
    </message>
    <message>
        <source>Look in HaloPSA and confirm it by hand.</source>
        <translation>Sehen Sie in HaloPSA nach und bestätigen Sie es selbst.</translation>
    </message>
    <message>
        <source>Look through the section {section} and confirm it here.</source>
        <translation>Sehen Sie den Abschnitt {section} durch und bestätigen Sie ihn hier.</translation>
    </message>
    <message>
        <source>Look with an administrator, too</source>
        <translation>Auch mit einem Administrator nachsehen</translation>
    </message>
    <message>
        <source>Looking again in {seconds} s. {problem}</source>
        <translation>Nächster Blick in {seconds} s. {problem}</translation>
    </message>
    <message>
        <source>Looking at HaloPSA…</source>
        <translation>HaloPSA wird geprüft…</translation>
    </message>
    <message>
        <source>Looking at the agent behind the token</source>
        <translation>Der Agent hinter dem Token wird gelesen</translation>
    </message>
    <message>
        <source>Looking at the agents</source>
        <translation>Die Agenten werden gelesen</translation>
    </message>
    <message>
        <source>Looking at the application</source>
        <translation>Die Anwendung wird gelesen</translation>
    </message>
    <message>
        <source>Looking at the roles</source>
        <translation>Die Rollen werden gelesen</translation>
    </message>
    <message>
        <source>Looks at HaloPSA while this page is open. Switch it off to check by hand.</source>
        <translation>Sieht in HaloPSA nach, solange diese Seite offen ist. Schalten Sie es aus, um selbst zu prüfen.</translation>
    </message>
    <message>
        <source>Made on {moment} with Halo Setup Wizard {version}.</source>
        <translation>Erstellt am {moment} mit Halo Setup Wizard {version}.</translation>
    </message>
    <message>
        <source>Make one application for the wizard, once per instance. Then sign in with the browser.</source>
        <translation>Legen Sie eine Anwendung für den Assistenten an, einmal je Instanz. Melden Sie sich dann mit dem Browser an.</translation>
    </message>
    <message>
        <source>Make the application below, enter its Client ID, then choose Sign in.</source>
        <translation>Legen Sie die Anwendung unten an, geben Sie ihre Client ID ein und wählen Sie dann „Mit dem Browser anmelden“.</translation>
    </message>
    <message>
        <source>Me&amp;nd</source>
        <translation>B&amp;eheben</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>Mend {label}</source>
        <translation>{label} beheben</translation>
    </message>
    <message>
        <source>Mend {requirement} first, then check again.</source>
        <translation>Beheben Sie zuerst {requirement} und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>Mended today</source>
        <translation>Heute behoben</translation>
    </message>
    <message>
        <source>Mended: the connection works again, all {number} requirements are met.</source>
        <translation>Behoben: Die Verbindung funktioniert wieder, alle {number} Anforderungen sind erfüllt.</translation>
    </message>
    <message>
        <source>Mended: the connection works again, its one requirement is met.</source>
        <translation>Behoben: Die Verbindung funktioniert wieder, ihre eine Anforderung ist erfüllt.</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Erfüllt</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>More than asked</source>
        <translation>Mehr als verlangt</translation>
    </message>
    <message>
        <source>More than one agent has this name, so it is not known which one counts.</source>
        <translation>Mehrere Agenten haben diesen Namen; welcher gemeint ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>More than the guide asks</source>
        <translation>Mehr, als die Anleitung verlangt</translation>
    </message>
    <message>
        <source>Move them to a folder without control characters in its name, then try again.</source>
        <translation>Verschieben Sie sie in einen Ordner ohne Steuerzeichen im Namen und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Name the agent (--agent NAME).</source>
        <translation>Nennen Sie den Agenten (--agent NAME).</translation>
    </message>
    <message>
        <source>Needs a hand: {what}.</source>
        <translation>Zu tun: {what}.</translation>
    </message>
    <message>
        <source>Never fitted</source>
        <translation>Passte noch nie</translation>
    </message>
    <message>
        <source>Never read so far.</source>
        <translation>Bisher nie gelesen.</translation>
    </message>
    <message>
        <source>Never seen in order.</source>
        <translation>Noch nie in Ordnung gesehen.</translation>
    </message>
    <message>
        <source>Next time: {day}, {time}.</source>
        <translation>Nächstes Mal: {day}, {time}.</translation>
    </message>
    <message>
        <source>No address was given.</source>
        <translation>Es wurde keine Adresse angegeben.</translation>
    </message>
    <message>
        <source>No agent has this name.</source>
        <translation>Kein Agent hat diesen Namen.</translation>
    </message>
    <message>
        <source>No encrypted connection could be made with the instance.</source>
        <translation>Mit der Instanz kam keine verschlüsselte Verbindung zustande.</translation>
    </message>
    <message>
        <source>No integration of this name.</source>
        <translation>Keine Integration mit diesem Namen.</translation>
    </message>
    <message>
        <source>No integration of this name. Search for another, or open its profile file.</source>
        <translation>Keine Integration mit diesem Namen. Suchen Sie eine andere, oder öffnen Sie ihre Profildatei.</translation>
    </message>
    <message>
        <source>No regular re-check is set up.</source>
        <translation>Keine regelmäßige Prüfung ist eingerichtet.</translation>
    </message>
    <message>
        <source>No secret was given for this setup.</source>
        <translation>Für diese Einrichtung wurde kein Secret angegeben.</translation>
    </message>
    <message>
        <source>No setup of this kind.</source>
        <translation>Keine solche Einrichtung.</translation>
    </message>
    <message>
        <source>No setup of this name.</source>
        <translation>Keine Einrichtung mit diesem Namen.</translation>
    </message>
    <message>
        <source>No setups</source>
        <translation>Keine Einrichtungen</translation>
    </message>
    <message>
        <source>No, do not sign in there</source>
        <translation>Nein, dort nicht anmelden</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>Niemand ist angemeldet</translation>
    </message>
    <message>
        <source>Nobody is signed in to HaloPSA with the browser.</source>
        <translation>Niemand ist mit dem Browser bei HaloPSA angemeldet.</translation>
    </message>
    <message>
        <source>Not all could be checked</source>
        <translation>Nicht alle waren zu prüfen</translation>
    </message>
    <message>
        <source>Not as the guide asks</source>
        <translation>Nicht, wie die Anleitung es verlangt</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Not checked yet.</source>
        <translation>Noch nicht geprüft.</translation>
    </message>
    <message>
        <source>Not in the guide:</source>
        <translation>Nicht in der Anleitung:</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Not known to the wizard: enter it here</source>
        <translation>Dem Assistenten nicht bekannt: hier eingeben</translation>
    </message>
    <message>
        <source>Not proven yet. Choose Check now to try it.</source>
        <translation>Noch nicht nachgewiesen. Wählen Sie „Jetzt prüfen“, um es zu versuchen.</translation>
    </message>
    <message>
        <source>Not set up to the end yet.</source>
        <translation>Noch nicht zu Ende eingerichtet.</translation>
    </message>
    <message>
        <source>Not watching yet: {labels} needed</source>
        <translation>Noch keine Beobachtung, es fehlt: {labels}</translation>
    </message>
    <message>
        <source>Not watching. {problem}</source>
        <translation>Keine Beobachtung. {problem}</translation>
    </message>
    <message>
        <source>Not watching: nothing has changed for an hour</source>
        <translation>Keine Beobachtung: Seit einer Stunde hat sich nichts geändert</translation>
    </message>
    <message>
        <source>Not watching: switched off</source>
        <translation>Keine Beobachtung: ausgeschaltet</translation>
    </message>
    <message>
        <source>Not yet: {number} of {total} are missing, and {unknown} could not be checked.</source>
        <translation>Noch nicht: {number} von {total} fehlen, {unknown} unbekannt.</translation>
    </message>
    <message>
        <source>Not yet: {number} of {total} are missing.</source>
        <translation>Noch nicht: {number} von {total} fehlen.</translation>
    </message>
    <message>
        <source>Not yet: {number} of {total} is missing, and {unknown} could not be checked.</source>
        <translation>Noch nicht: {number} von {total} fehlt, {unknown} unbekannt.</translation>
    </message>
    <message>
        <source>Not yet: {number} of {total} is missing.</source>
        <translation>Noch nicht: {number} von {total} fehlt.</translation>
    </message>
    <message>
        <source>Nothing beyond a HaloPSA sign-in.</source>
        <translation>Nichts außer einer Anmeldung bei HaloPSA.</translation>
    </message>
    <message>
        <source>Nothing changes in HaloPSA: agent and application stay, and the integration goes on working.</source>
        <translation>In HaloPSA ändert sich nichts: Agent und Anwendung bleiben, und die Integration arbeitet weiter.</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>Nichts weicht ab.</translation>
    </message>
    <message>
        <source>Nothing else is created in HaloPSA. Until {vendor}&apos;s own application exists, the wizard can check nothing, and some rows will stay unknown until you confirm them.</source>
        <translation>In HaloPSA wird nichts weiter angelegt. Bis es die Anwendung von {vendor} gibt, kann der Assistent nichts prüfen, und manche Zeilen bleiben unbekannt, bis Sie sie bestätigen.</translation>
    </message>
    <message>
        <source>Nothing is here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>Nothing is left to mend: {number} of {total} are missing and accepted.</source>
        <translation>Es ist nichts mehr zu beheben: {number} von {total} fehlen und sind angenommen.</translation>
    </message>
    <message>
        <source>Nothing is left to mend: {number} of {total} is missing and accepted.</source>
        <translation>Es ist nichts mehr zu beheben: {number} von {total} fehlt und ist angenommen.</translation>
    </message>
    <message>
        <source>Nothing is missing, but {number} of {total} could not be checked.</source>
        <translation>Es fehlt nichts, aber nicht alles ließ sich prüfen. Ungeprüft: {number} von {total}.</translation>
    </message>
    <message>
        <source>Nothing is missing; {number} of {total} are confirmed by a person, the rest was checked.</source>
        <translation>Es fehlt nichts; {number} von {total} hat ein Mensch bestätigt, der Rest ist geprüft.</translation>
    </message>
    <message>
        <source>Nothing is missing; {number} of {total} is confirmed by a person, the rest was checked.</source>
        <translation>Es fehlt nichts; {number} von {total} hat ein Mensch bestätigt, der Rest ist geprüft.</translation>
    </message>
    <message>
        <source>Nothing is saved until you adopt it.</source>
        <translation>Gespeichert wird erst, wenn Sie sie übernehmen.</translation>
    </message>
    <message>
        <source>Nothing is to be done about it.</source>
        <translation>Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Nothing secret is in the saved setup; the secret stays in the keychain.</source>
        <translation>In der gespeicherten Einrichtung steht nichts Geheimes; das Secret bleibt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Nothing that was seen tells it.</source>
        <translation>Nichts von dem, was zu sehen war, sagt es.</translation>
    </message>
    <message>
        <source>Nothing to do in HaloPSA. See that the application&apos;s permissions are saved, then check.</source>
        <translation>In HaloPSA ist nichts zu tun. Sehen Sie nach, ob die Berechtigungen der Anwendung gespeichert sind, und prüfen Sie dann.</translation>
    </message>
    <message>
        <source>Nothing to see here with these credentials</source>
        <translation>Mit diesen Zugangsdaten ist hier nichts zu sehen</translation>
    </message>
    <message>
        <source>Nothing was checked.</source>
        <translation>Es wurde nichts geprüft.</translation>
    </message>
    <message>
        <source>Nothing was lost. Try again; if it stays, report the code and the details.</source>
        <translation>Es ging nichts verloren. Versuchen Sie es erneut; bleibt es dabei, melden Sie den Code und die Einzelheiten.</translation>
    </message>
    <message>
        <source>Nothing was saved. The wizard still has the secret in memory.</source>
        <translation>Es wurde nichts gespeichert. Der Assistent hat das Secret noch im Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Of the application Halo Setup Wizard.</source>
        <translation>Die der Anwendung Halo Setup Wizard.</translation>
    </message>
    <message>
        <source>Of the application that the integration uses.</source>
        <translation>Von der Anwendung, die die Integration verwendet.</translation>
    </message>
    <message>
        <source>Of {number} setup: {parts}.</source>
        <translation>Von {number} Einrichtung: {parts}.</translation>
    </message>
    <message>
        <source>Of {number} setups: {parts}.</source>
        <translation>Von {number} Einrichtungen: {parts}.</translation>
    </message>
    <message>
        <source>On Linux it is systemd or cron. Or let another scheduler run halo-setup recheck.</source>
        <translation>Unter Linux ist das systemd oder cron. Oder lassen Sie einen anderen Zeitplaner halo-setup recheck ausführen.</translation>
    </message>
    <message>
        <source>On the HaloPSA API page choose View Applications, then New.</source>
        <translation>Wählen Sie auf der Seite HaloPSA API View Applications und dann New.</translation>
    </message>
    <message>
        <source>On the HaloPSA API page see that Resource Server and Authorisation Server agree with what the wizard found: TopLeft wants both.</source>
        <translation>Sehen Sie auf der Seite HaloPSA API nach, ob Resource Server und Authorisation Server mit dem übereinstimmen, was der Assistent gefunden hat: TopLeft verlangt beide.</translation>
    </message>
    <message>
        <source>On the HaloPSA API page see that Resource Server, Authorisation Server and Tenant agree with what the wizard found: Liongard wants all three.</source>
        <translation>Sehen Sie auf der Seite HaloPSA API nach, ob Resource Server, Authorisation Server und Tenant mit dem übereinstimmen, was der Assistent gefunden hat: Liongard verlangt alle drei.</translation>
    </message>
    <message>
        <source>On the Permissions tab choose Edit, set the rows below, and Save.</source>
        <translation>Wählen Sie auf der Registerkarte Permissions Edit, stellen Sie die Zeilen unten ein und wählen Sie Save.</translation>
    </message>
    <message>
        <source>On the Permissions tab choose Edit, tick the permissions listed below, and Save.</source>
        <translation>Wählen Sie auf der Registerkarte Permissions Edit, haken Sie die Berechtigungen unten an und wählen Sie Save.</translation>
    </message>
    <message>
        <source>On the agent choose Edit and select the Departments &amp; Teams tab.</source>
        <translation>Wählen Sie beim Agenten Edit und dann die Registerkarte Departments &amp; Teams.</translation>
    </message>
    <message>
        <source>On the agent select the Departments &amp; Teams tab and choose Edit.</source>
        <translation>Wählen Sie beim Agenten die Registerkarte Departments &amp; Teams und dann Edit.</translation>
    </message>
    <message>
        <source>On the application select the Permissions tab and choose Edit.</source>
        <translation>Öffnen Sie in der Anwendung die Registerkarte Permissions und wählen Sie Edit.</translation>
    </message>
    <message>
        <source>On the page that is still open in HaloPSA, copy the Client ID and the Client Secret into the fields here. If it is closed, open the application and generate a new secret.</source>
        <translation>Kopieren Sie auf der noch offenen Seite von HaloPSA die Client ID und das Client Secret in die Felder hier. Ist sie schon geschlossen, öffnen Sie die Anwendung und erzeugen Sie ein neues Secret.</translation>
    </message>
    <message>
        <source>Only for an instance on your own servers.</source>
        <translation>Nur für eine Instanz auf eigenen Servern.</translation>
    </message>
    <message>
        <source>Only if API Details shows one and the wizard does not find it.</source>
        <translation>Nur wenn API Details einen zeigt und der Assistent ihn nicht findet.</translation>
    </message>
    <message>
        <source>Only if HaloPSA asks for one; the native method has none.</source>
        <translation>Nur wenn HaloPSA danach fragt; bei der Native-Methode gibt es keines.</translation>
    </message>
    <message>
        <source>Only the connection&apos;s own id and secret looked: the proposal rests on its permissions, on who it logs in as, and on what it can read. What they do not show is unknown.</source>
        <translation>Nachgesehen wurde nur mit Client ID und Secret der Verbindung selbst: Der Vorschlag beruht auf ihren Berechtigungen, auf dem Agenten, als der sie sich anmeldet, und auf dem, was sie lesen kann. Was sich so nicht zeigt, ist unbekannt.</translation>
    </message>
    <message>
        <source>Only the integration&apos;s own credentials</source>
        <translation>Nur die eigenen Zugangsdaten der Integration</translation>
    </message>
    <message>
        <source>Only the name before .halopsa.com.</source>
        <translation>Nur der Name vor .halopsa.com.</translation>
    </message>
    <message>
        <source>Only the steps with something left are shown; at the end comes the proof.</source>
        <translation>Gezeigt werden nur die Schritte, in denen noch etwas offen ist; am Ende kommt der Nachweis.</translation>
    </message>
    <message>
        <source>Only where Halo hosts the instance.</source>
        <translation>Nur wenn Halo die Instanz betreibt.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Open Configuration &gt; Teams &amp; Agents &gt; Agents, choose New, and create “{name}”.</source>
        <translation>Öffnen Sie Configuration &gt; Teams &amp; Agents &gt; Agents, wählen Sie New und legen Sie „{name}“ an.</translation>
    </message>
    <message>
        <source>Open Configuration &gt; Teams &amp; Agents &gt; Roles, choose New, and create “{name}”.</source>
        <translation>Öffnen Sie Configuration &gt; Teams &amp; Agents &gt; Roles, wählen Sie New und legen Sie „{name}“ an.</translation>
    </message>
    <message>
        <source>Open HaloPSA in your browser and copy its web address from the address bar.</source>
        <translation>Öffnen Sie HaloPSA in Ihrem Browser und kopieren Sie die Webadresse aus der Adresszeile.</translation>
    </message>
    <message>
        <source>Open a profile &amp;file…</source>
        <translation>Profil&amp;datei öffnen…</translation>
    </message>
    <message>
        <source>Open a profile file</source>
        <translation>Profildatei öffnen</translation>
    </message>
    <message>
        <source>Open in HaloPSA</source>
        <translation>In HaloPSA öffnen</translation>
    </message>
    <message>
        <source>Open the HaloPSA integration in Liongard and enter these values.</source>
        <translation>Öffnen Sie in Liongard die Integration HaloPSA und geben Sie diese Werte ein.</translation>
    </message>
    <message>
        <source>Open the agent and select the Permissions tab.</source>
        <translation>Öffnen Sie den Agenten und dort die Registerkarte Permissions.</translation>
    </message>
    <message>
        <source>Open the agent&apos;s Departments &amp; Teams tab, choose Edit, add it, and save.</source>
        <translation>Öffnen Sie die Registerkarte Departments &amp; Teams des Agenten, wählen Sie Edit, fügen Sie es hinzu und speichern Sie.</translation>
    </message>
    <message>
        <source>Open the agent, add “{name}” under Roles, and save.</source>
        <translation>Öffnen Sie den Agenten, fügen Sie unter Roles „{name}“ hinzu und speichern Sie.</translation>
    </message>
    <message>
        <source>Open the agent, select the Departments &amp; Teams tab and choose Edit.</source>
        <translation>Öffnen Sie den Agenten und dort die Registerkarte Departments &amp; Teams, und wählen Sie Edit.</translation>
    </message>
    <message>
        <source>Open the agent, set {label} to “{value}”, and save.</source>
        <translation>Öffnen Sie den Agenten, stellen Sie {label} auf „{value}“ und speichern Sie.</translation>
    </message>
    <message>
        <source>Open the application and set Agent to log in as to “{agent}”. If it is set already, the client id and secret belong to another application: take those of this one.</source>
        <translation>Öffnen Sie die Anwendung und stellen Sie Agent to log in as auf „{agent}“. Steht es schon so, gehören Client ID und Secret zu einer anderen Anwendung: Nehmen Sie die von dieser.</translation>
    </message>
    <message>
        <source>Open the application&apos;s Permissions tab, choose Edit, tick {scope}, and save.</source>
        <translation>Öffnen Sie die Registerkarte Permissions der Anwendung, wählen Sie Edit, haken Sie {scope} an und speichern Sie.</translation>
    </message>
    <message>
        <source>Open the application&apos;s Permissions tab, look at {scope}, confirm it.</source>
        <translation>Öffnen Sie die Registerkarte Permissions der Anwendung, sehen Sie nach {scope} und bestätigen Sie es.</translation>
    </message>
    <message>
        <source>Open the application&apos;s Permissions tab, untick {scope}, and save.</source>
        <translation>Öffnen Sie die Registerkarte Permissions der Anwendung, entfernen Sie den Haken bei {scope} und speichern Sie.</translation>
    </message>
    <message>
        <source>Open the application, look at {label}, and confirm it here.</source>
        <translation>Öffnen Sie die Anwendung, sehen Sie nach {label} und bestätigen Sie es hier.</translation>
    </message>
    <message>
        <source>Open the application, set {label} to “{value}”, and save.</source>
        <translation>Öffnen Sie die Anwendung, stellen Sie {label} auf „{value}“ und speichern Sie.</translation>
    </message>
    <message>
        <source>Open the browser a&amp;gain</source>
        <translation>Browser &amp;erneut öffnen</translation>
    </message>
    <message>
        <source>Open the role</source>
        <translation>Rolle öffnen</translation>
    </message>
    <message>
        <source>Open the role, select the Permissions tab and compare it with the rows below.</source>
        <translation>Öffnen Sie die Rolle und dort die Registerkarte Permissions, und vergleichen Sie sie mit den Zeilen unten.</translation>
    </message>
    <message>
        <source>Open the setup</source>
        <translation>Einrichtung öffnen</translation>
    </message>
    <message>
        <source>Open the setup and enter it again on its step.</source>
        <translation>Öffnen Sie die Einrichtung und geben Sie es bei seinem Schritt noch einmal ein.</translation>
    </message>
    <message>
        <source>Open the setup and enter the secret on its step. Who exported the setup has it.</source>
        <translation>Öffnen Sie die Einrichtung und geben Sie das Secret bei seinem Schritt ein. Es hat, wer die Einrichtung exportiert hat.</translation>
    </message>
    <message>
        <source>Open {address}</source>
        <translation>Öffnen Sie {address}</translation>
    </message>
    <message>
        <source>Opening the setup…</source>
        <translation>Die Einrichtung wird geöffnet…</translation>
    </message>
    <message>
        <source>Opens a menu</source>
        <translation>Öffnet ein Menü</translation>
    </message>
    <message>
        <source>Opens a window on a simulated HaloPSA</source>
        <translation>Öffnet ein Fenster mit einem simulierten HaloPSA</translation>
    </message>
    <message>
        <source>Opens and updates tickets from Liongard and reads customers.</source>
        <translation>Öffnet und aktualisiert Tickets aus Liongard und liest Kunden.</translation>
    </message>
    <message>
        <source>Opens and updates tickets from Perimeters; reads customers, assets, projects and teams.</source>
        <translation>Öffnet und aktualisiert Tickets aus Perimeters; liest Kunden, Assets, Projekte und Teams.</translation>
    </message>
    <message>
        <source>Opens the setup in the wizard</source>
        <translation>Öffnet die Einrichtung im Assistenten</translation>
    </message>
    <message>
        <source>Opens {address} in the browser</source>
        <translation>Öffnet {address} im Browser</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Other screens</source>
        <translation>Weitere Seiten</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Page {number} of {total}</source>
        <translation>Seite {number} von {total}</translation>
    </message>
    <message>
        <source>Paste it here and choose Find.</source>
        <translation>Fügen Sie sie hier ein und wählen Sie „Suchen“.</translation>
    </message>
    <message>
        <source>Paused for {seconds} s to spare HaloPSA</source>
        <translation>{seconds} s Pause, um HaloPSA zu schonen</translation>
    </message>
    <message>
        <source>Paused for {seconds} s: HaloPSA asks to wait</source>
        <translation>{seconds} s Pause: HaloPSA bittet zu warten</translation>
    </message>
    <message>
        <source>Paused for {seconds} s: HaloPSA refuses the sign-in</source>
        <translation>{seconds} s Pause: HaloPSA lehnt die Anmeldung ab</translation>
    </message>
    <message>
        <source>Perimeters: Integrations &gt; SaaS Services &gt; HaloPSA &gt; Add &gt; Start Integration</source>
        <translation>Perimeters: Integrations &gt; SaaS Services &gt; HaloPSA &gt; Add &gt; Start Integration</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Permissions do not work, or TopLeft&apos;s Check Permissions names one as missing.</source>
        <translation>Berechtigungen wirken nicht, oder Check Permissions in TopLeft nennt eine als fehlend.</translation>
    </message>
    <message>
        <source>Permissions tab</source>
        <translation>Registerkarte Permissions</translation>
    </message>
    <message>
        <source>Plays the technician in the practice instance</source>
        <translation>Spielt in der Übungsinstanz den Techniker</translation>
    </message>
    <message>
        <source>Please do this for me in HaloPSA at {web}.</source>
        <translation>bitte erledigen Sie das für mich in HaloPSA unter {web}.</translation>
    </message>
    <message>
        <source>Please do this for me in HaloPSA.</source>
        <translation>bitte erledigen Sie das für mich in HaloPSA.</translation>
    </message>
    <message>
        <source>Please send me back: {names}.</source>
        <translation>Bitte schicken Sie mir zurück: {names}.</translation>
    </message>
    <message>
        <source>Please set:</source>
        <translation>Bitte stellen Sie ein:</translation>
    </message>
    <message>
        <source>Please tell me when it is done.</source>
        <translation>Bitte sagen Sie mir, wenn es erledigt ist.</translation>
    </message>
    <message>
        <source>Port on this computer</source>
        <translation>Port auf diesem Rechner</translation>
    </message>
    <message>
        <source>Practice runs on a simulated HaloPSA: nothing in it is real.</source>
        <translation>Geübt wird an einem simulierten HaloPSA: Nichts darin ist echt.</translation>
    </message>
    <message>
        <source>Profiles (*.toml)</source>
        <translation>Profile (*.toml)</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Prove the connection</source>
        <translation>Verbindung nachweisen</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>Nachgewiesen</translation>
    </message>
    <message>
        <source>Proven, but the hand-over has empty fields</source>
        <translation>Nachgewiesen, doch in der Übergabe sind Felder leer</translation>
    </message>
    <message>
        <source>Proving the connection…</source>
        <translation>Die Verbindung wird nachgewiesen…</translation>
    </message>
    <message>
        <source>Puts it on the clipboard</source>
        <translation>Legt es in die Zwischenablage</translation>
    </message>
    <message>
        <source>R&amp;e-check</source>
        <translation>E&amp;rneut prüfen</translation>
    </message>
    <message>
        <source>Re-check</source>
        <translation>Erneute Prüfung</translation>
    </message>
    <message>
        <source>Re-check &amp;all</source>
        <translation>Alle &amp;erneut prüfen</translation>
    </message>
    <message>
        <source>Re-check all setups</source>
        <translation>Alle Einrichtungen erneut prüfen</translation>
    </message>
    <message>
        <source>Re-check the &amp;one shown</source>
        <translation>Die eine gezeigte &amp;erneut prüfen</translation>
    </message>
    <message>
        <source>Re-check the {number} &amp;shown</source>
        <translation>Die {number} gezeigten &amp;erneut prüfen</translation>
    </message>
    <message>
        <source>Re-check the {number} chos&amp;en</source>
        <translation>Die {number} &amp;gewählten erneut prüfen</translation>
    </message>
    <message>
        <source>Read HaloPSA&apos;s own message in the details, compare the application with this step, and sign in again.</source>
        <translation>Lesen Sie die Meldung von HaloPSA in den Einzelheiten, vergleichen Sie die Anwendung mit diesem Schritt und melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>Read HaloPSA&apos;s own message in the details.</source>
        <translation>Lesen Sie die Meldung von HaloPSA in den Einzelheiten.</translation>
    </message>
    <message>
        <source>Read its own message in the details. What was planned before is still there.</source>
        <translation>Lesen Sie seine eigene Meldung in den Einzelheiten. Was vorher geplant war, ist noch da.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Reads projects</source>
        <translation>Liest Projekte</translation>
    </message>
    <message>
        <source>Reads teams and their members</source>
        <translation>Liest Teams und ihre Mitglieder</translation>
    </message>
    <message>
        <source>Reads the asset inventory</source>
        <translation>Liest den Assetbestand</translation>
    </message>
    <message>
        <source>Reads the customer inventory</source>
        <translation>Liest den Kundenbestand</translation>
    </message>
    <message>
        <source>Reads the tickets that Perimeters opened</source>
        <translation>Liest die Tickets, die Perimeters geöffnet hat</translation>
    </message>
    <message>
        <source>Reads tickets, projects, agents and more for TopLeft&apos;s boards, and writes changes back.</source>
        <translation>Liest Tickets, Projekte, Agenten und mehr für die Tafeln von TopLeft und schreibt Änderungen zurück.</translation>
    </message>
    <message>
        <source>Reas&amp;on</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Record your word that {label} is set in HaloPSA</source>
        <translation>Festhalten, dass Sie nachgesehen haben: {label} ist in HaloPSA gesetzt</translation>
    </message>
    <message>
        <source>Regular re-check</source>
        <translation>Regelmäßige Prüfung</translation>
    </message>
    <message>
        <source>Regular re-check…</source>
        <translation>Regelmäßige Prüfung…</translation>
    </message>
    <message>
        <source>Remo&amp;ve this profile</source>
        <translation>Dieses Profil ent&amp;fernen</translation>
    </message>
    <message>
        <source>Remo&amp;ve…</source>
        <translation>Ent&amp;fernen…</translation>
    </message>
    <message>
        <source>Remove from this workstation</source>
        <translation>Von diesem Rechner entfernen</translation>
    </message>
    <message>
        <source>Remove it there and enter the secret only in the field that asks for it.</source>
        <translation>Entfernen Sie es dort und geben Sie das Secret nur in das Feld ein, das danach fragt.</translation>
    </message>
    <message>
        <source>Remove the re&amp;cord only</source>
        <translation>Nur den &amp;Datensatz entfernen</translation>
    </message>
    <message>
        <source>Remove the setup first, then the profile.</source>
        <translation>Entfernen Sie zuerst die Einrichtung, dann das Profil.</translation>
    </message>
    <message>
        <source>Remove this setup from this workstation?</source>
        <translation>Diese Einrichtung von diesem Rechner entfernen?</translation>
    </message>
    <message>
        <source>Remove {profile} from this workstation?</source>
        <translation>{profile} von diesem Rechner entfernen?</translation>
    </message>
    <message>
        <source>Remove {setup}</source>
        <translation>{setup} entfernen</translation>
    </message>
    <message>
        <source>Rename the agent to “{name}”, as the guide asks.</source>
        <translation>Benennen Sie den Agenten in „{name}“ um, wie es die Anleitung verlangt.</translation>
    </message>
    <message>
        <source>Report of Halo Setup Wizard</source>
        <translation>Bericht von Halo Setup Wizard</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>Anforderung</translation>
    </message>
    <message>
        <source>Requirement: {requirement}</source>
        <translation>Anforderung: {requirement}</translation>
    </message>
    <message>
        <source>Resource Server</source>
        <translation>Resource Server</translation>
    </message>
    <message>
        <source>Results have come: bring the worst to the top</source>
        <translation>Es sind Ergebnisse da: bringt die dringendsten nach oben</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Rows to fill in</source>
        <translation>Auszufüllende Zeilen</translation>
    </message>
    <message>
        <source>Run halo-setup profiles lint on it and mend what it names.</source>
        <translation>Lassen Sie halo-setup profiles lint darüber laufen und beheben Sie, was es nennt.</translation>
    </message>
    <message>
        <source>Run halo-setup profiles list, or give the path of a .toml file.</source>
        <translation>Rufen Sie halo-setup profiles list auf oder geben Sie den Pfad einer .toml-Datei an.</translation>
    </message>
    <message>
        <source>Run it in a desktop session, or use halo-setup walk and halo-setup check here.</source>
        <translation>Starten Sie es in einer grafischen Sitzung oder verwenden Sie hier halo-setup walk und halo-setup check.</translation>
    </message>
    <message>
        <source>S&amp;tay signed in on this workstation</source>
        <translation>Auf diesem Rechner an&amp;gemeldet bleiben</translation>
    </message>
    <message>
        <source>Save a report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>Save re&amp;port…</source>
        <translation>Bericht s&amp;peichern…</translation>
    </message>
    <message>
        <source>Save the agent as well.</source>
        <translation>Speichern Sie auch den Agenten.</translation>
    </message>
    <message>
        <source>Save the agent.</source>
        <translation>Speichern Sie den Agenten.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Save the report as HTML, and print that to a PDF from a browser.</source>
        <translation>Speichern Sie den Bericht als HTML und drucken Sie ihn aus einem Browser in ein PDF.</translation>
    </message>
    <message>
        <source>Save the role.</source>
        <translation>Speichern Sie die Rolle.</translation>
    </message>
    <message>
        <source>Save.</source>
        <translation>Wählen Sie Save.</translation>
    </message>
    <message>
        <source>Save. The Permissions and Departments &amp; Teams tabs appear only after that.</source>
        <translation>Wählen Sie Save. Erst danach erscheinen die Registerkarten Permissions und Departments &amp; Teams.</translation>
    </message>
    <message>
        <source>Save. The Permissions tab appears only after that.</source>
        <translation>Wählen Sie Save. Erst danach erscheint die Registerkarte Permissions.</translation>
    </message>
    <message>
        <source>Save. The other tabs open only after that.</source>
        <translation>Wählen Sie Save. Erst danach öffnen sich die anderen Registerkarten.</translation>
    </message>
    <message>
        <source>Saved setups use {profile}. Remove them first:</source>
        <translation>Gespeicherte Einrichtungen nutzen {profile}. Entfernen Sie diese zuerst:</translation>
    </message>
    <message>
        <source>Saves a connection that was made without the wizard</source>
        <translation>Speichert eine Verbindung, die ohne den Assistenten entstanden ist</translation>
    </message>
    <message>
        <source>Say which agent it is (--agent NAME).</source>
        <translation>Sagen Sie, welcher Agent es ist (--agent NAME).</translation>
    </message>
    <message>
        <source>Say which agent the application should log in as (--agent NAME).</source>
        <translation>Sagen Sie, als welcher Agent sich die Anwendung anmelden soll (--agent NAME).</translation>
    </message>
    <message>
        <source>Say why it may stay so, and until when</source>
        <translation>Sagen Sie, warum es so bleiben darf und bis wann</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Search integrations</source>
        <translation>Integrationen suchen</translation>
    </message>
    <message>
        <source>Search setups</source>
        <translation>Einrichtungen suchen</translation>
    </message>
    <message>
        <source>Seconds until it leaves the clipboard</source>
        <translation>Sekunden, bis es aus der Zwischenablage verschwindet</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>See that the teams now stand in the list and that the agent itself is saved.</source>
        <translation>Sehen Sie nach, ob die Teams jetzt in der Liste stehen und auch der Agent gespeichert ist.</translation>
    </message>
    <message>
        <source>See that the teams now stand in the list, then Save the agent at the top: without that they are lost.</source>
        <translation>Sehen Sie nach, ob die Teams jetzt in der Liste stehen, und speichern Sie dann oben den Agenten mit Save: Sonst gehen sie verloren.</translation>
    </message>
    <message>
        <source>Seen: {evidence}</source>
        <translation>Gesehen: {evidence}</translation>
    </message>
    <message>
        <source>Select the login type, then the agent. Do not leave the agent empty.</source>
        <translation>Wählen Sie Login Type und dann den Agenten. Lassen Sie den Agenten nicht leer.</translation>
    </message>
    <message>
        <source>Send this to somebody who may do it in HaloPSA. No secret is in it.</source>
        <translation>Schicken Sie das jemandem, der es in HaloPSA tun darf. Es enthält kein Secret.</translation>
    </message>
    <message>
        <source>Set Authentication Method to Authorisation Code (Native Application), save, and sign in again.</source>
        <translation>Stellen Sie Authentication Method auf Authorisation Code (Native Application), speichern Sie und melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>Set Authentication Method to Client ID and Secret (Services) and save.</source>
        <translation>Stellen Sie Authentication Method auf Client ID and Secret (Services) und speichern Sie.</translation>
    </message>
    <message>
        <source>Set every option of the section {section} to “{value}”, and save.</source>
        <translation>Stellen Sie jede Option des Abschnitts {section} auf „{value}“ und speichern Sie.</translation>
    </message>
    <message>
        <source>Set it &amp;up</source>
        <translation>&amp;Einrichten</translation>
    </message>
    <message>
        <source>Set it up again if it is still needed.</source>
        <translation>Richten Sie es wieder ein, falls es noch gebraucht wird.</translation>
    </message>
    <message>
        <source>Set the agent&apos;s permissions</source>
        <translation>Berechtigungen des Agenten einstellen</translation>
    </message>
    <message>
        <source>Set the variable that is named with it, or put the secret into the keychain.</source>
        <translation>Setzen Sie die Variable, die dabei genannt ist, oder legen Sie das Secret in den Schlüsselbund.</translation>
    </message>
    <message>
        <source>Set to</source>
        <translation>Einstellen auf</translation>
    </message>
    <message>
        <source>Set up in {scheduler}, at other times than this page knows.</source>
        <translation>Eingerichtet in {scheduler}, zu anderen Zeiten, als diese Seite kennt.</translation>
    </message>
    <message>
        <source>Set up, and not checked as a whole yet.</source>
        <translation>Eingerichtet, aber noch nie als Ganzes geprüft.</translation>
    </message>
    <message>
        <source>Set up, but switched off in {scheduler}.</source>
        <translation>Eingerichtet, aber in {scheduler} ausgeschaltet.</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>Setups</source>
        <translation>Einrichtungen</translation>
    </message>
    <message>
        <source>Setups (*.json)</source>
        <translation>Einrichtungen (*.json)</translation>
    </message>
    <message>
        <source>Show a&amp;ll</source>
        <translation>A&amp;lle zeigen</translation>
    </message>
    <message>
        <source>Show the setups of an instance</source>
        <translation>Die Einrichtungen einer Instanz zeigen</translation>
    </message>
    <message>
        <source>Show the setups of an integration</source>
        <translation>Die Einrichtungen einer Integration zeigen</translation>
    </message>
    <message>
        <source>Shows only these</source>
        <translation>Zeigt nur diese</translation>
    </message>
    <message>
        <source>Shows the {label} for some seconds</source>
        <translation>Zeigt es für einige Sekunden: {label}</translation>
    </message>
    <message>
        <source>Shows those that match as you type</source>
        <translation>Zeigt beim Tippen, was passt</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Sign in again and choose Allow. If nobody refused, see that Allow Agent Logins is ticked on the application.</source>
        <translation>Melden Sie sich erneut an und wählen Sie Allow. Hat niemand abgelehnt, sehen Sie nach, ob in der Anwendung Allow Agent Logins angehakt ist.</translation>
    </message>
    <message>
        <source>Sign in again. If HaloPSA shows an error in the browser, compare Client ID and Redirect URI with the application.</source>
        <translation>Melden Sie sich erneut an. Zeigt HaloPSA im Browser einen Fehler, vergleichen Sie Client ID und Redirect URI mit der Anwendung.</translation>
    </message>
    <message>
        <source>Sign in again: go to Sign in and choose Sign in with the browser.</source>
        <translation>Melden Sie sich erneut an: Gehen Sie zu „Anmeldung“ und wählen Sie „Mit dem Browser anmelden“.</translation>
    </message>
    <message>
        <source>Sign in to HaloPSA</source>
        <translation>Bei HaloPSA anmelden</translation>
    </message>
    <message>
        <source>Sign in to HaloPSA there and choose Allow. Then this page goes on by itself.</source>
        <translation>Melden Sie sich dort bei HaloPSA an und wählen Sie Allow. Dann macht diese Seite von selbst weiter.</translation>
    </message>
    <message>
        <source>Sign in with the browser again.</source>
        <translation>Melden Sie sich erneut mit dem Browser an.</translation>
    </message>
    <message>
        <source>Sign o&amp;ut</source>
        <translation>Abme&amp;lden</translation>
    </message>
    <message>
        <source>Sign-in with client id and secret</source>
        <translation>Anmeldung mit Client ID und Secret</translation>
    </message>
    <message>
        <source>Signed in as {name}</source>
        <translation>Angemeldet als {name}</translation>
    </message>
    <message>
        <source>Signing in as the integration</source>
        <translation>Anmeldung als Integration</translation>
    </message>
    <message>
        <source>Since it was good</source>
        <translation>Geändert seither</translation>
    </message>
    <message>
        <source>Some follow guides that are not here. Open their profile files afterwards:</source>
        <translation>Einige folgen Anleitungen, die hier fehlen. Öffnen Sie deren Profildateien danach:</translation>
    </message>
    <message>
        <source>Something answers here, but does not say that it is HaloPSA. Compare with API Details before you go on.</source>
        <translation>Hier antwortet etwas, sagt aber nicht, dass es HaloPSA ist. Vergleichen Sie mit API Details, bevor Sie weitergehen.</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>Etwas fehlt</translation>
    </message>
    <message>
        <source>Something is unknown</source>
        <translation>Etwas ist unbekannt</translation>
    </message>
    <message>
        <source>Something went wrong inside this program.</source>
        <translation>In diesem Programm ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Spaces, quotes or a label around it were taken off.</source>
        <translation>Leerzeichen, Anführungszeichen oder eine Beschriftung darum wurden entfernt.</translation>
    </message>
    <message>
        <source>Stands as</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Step {number} of {count}: {title} · begun {day}</source>
        <translation>Schritt {number} von {count}: {title} · begonnen am {day}</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Still needed: {labels}.</source>
        <translation>Noch auszufüllen: {labels}.</translation>
    </message>
    <message>
        <source>Submit the form: TopLeft then sets up your application.</source>
        <translation>Senden Sie das Formular ab: TopLeft richtet dann Ihre Anwendung ein.</translation>
    </message>
    <message>
        <source>Switched off: choose Check now to look at HaloPSA.</source>
        <translation>Ausgeschaltet: Wählen Sie „Jetzt prüfen“, um in HaloPSA nachzusehen.</translation>
    </message>
    <message>
        <source>Take back: {label}</source>
        <translation>Zurücknehmen: {label}</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take the &amp;file&apos;s instead; secrets of the same application stay</source>
        <translation>Stattdessen die aus der &amp;Datei nehmen; Secrets derselben Anwendung bleiben</translation>
    </message>
    <message>
        <source>Take the client id and secret</source>
        <translation>Client ID und Secret übernehmen</translation>
    </message>
    <message>
        <source>Takes the secret off the clipboard</source>
        <translation>Nimmt das Secret aus der Zwischenablage</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Tenant</translation>
    </message>
    <message>
        <source>Text for an administrator</source>
        <translation>Text für einen Administrator</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Vielen Dank.</translation>
    </message>
    <message>
        <source>That is the Client ID once more. The Client Secret is about twice as long.</source>
        <translation>Das ist noch einmal die Client ID. Das Client Secret ist etwa doppelt so lang.</translation>
    </message>
    <message>
        <source>That was the Client ID: it is in its own field now. Copy the Client Secret next.</source>
        <translation>Das war die Client ID: Sie steht jetzt in ihrem Feld. Kopieren Sie als Nächstes das Client Secret.</translation>
    </message>
    <message>
        <source>That was the Client Secret: it is in its own field now.</source>
        <translation>Das war das Client Secret: Es steht jetzt in seinem Feld.</translation>
    </message>
    <message>
        <source>The address is on the clipboard.</source>
        <translation>Die Adresse ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The address starts with http://, so the secret would travel unencrypted.</source>
        <translation>Die Adresse beginnt mit http://; das Secret ginge unverschlüsselt über die Leitung.</translation>
    </message>
    <message>
        <source>The agent only reaches tickets of its teams.</source>
        <translation>Der Agent erreicht nur Tickets seiner Teams.</translation>
    </message>
    <message>
        <source>The answer was larger than any that is expected, and was not read.</source>
        <translation>Die Antwort war größer als jede erwartete und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The answer was not the API&apos;s JSON but something else, perhaps a web page.</source>
        <translation>Die Antwort war nicht das JSON der API, sondern etwas anderes, vielleicht eine Webseite.</translation>
    </message>
    <message>
        <source>The application logged in as “{then}” on {date} and is set to “{now}” now.</source>
        <translation>Die Anwendung meldete sich am {date} als „{then}“ an und ist jetzt auf „{now}“ eingestellt.</translation>
    </message>
    <message>
        <source>The application logs in as another agent than on {date}.</source>
        <translation>Die Anwendung meldet sich als ein anderer Agent an als am {date}.</translation>
    </message>
    <message>
        <source>The application may not sign in this way (unauthorized_client).</source>
        <translation>Die Anwendung darf sich so nicht anmelden (unauthorized_client).</translation>
    </message>
    <message>
        <source>The application may not sign people in (unauthorized_client).</source>
        <translation>Die Anwendung darf niemanden anmelden (unauthorized_client).</translation>
    </message>
    <message>
        <source>The application “{application}” logs in to {instance} as the agent “{agent}”.</source>
        <translation>Die Anwendung „{application}“ meldet sich bei {instance} als Agent „{agent}“ an.</translation>
    </message>
    <message>
        <source>The authorisation server is on another host than the instance.</source>
        <translation>Der Autorisierungsserver steht auf einem anderen Host als die Instanz.</translation>
    </message>
    <message>
        <source>The authorisation server is on another host: {host}.</source>
        <translation>Der Autorisierungsserver steht auf einem anderen Host: {host}.</translation>
    </message>
    <message>
        <source>The browser brought an answer that does not belong to this sign-in; it was not used.</source>
        <translation>Der Browser hat eine Antwort gebracht, die nicht zu dieser Anmeldung gehört; sie wurde nicht verwendet.</translation>
    </message>
    <message>
        <source>The browser did not come back from HaloPSA in time.</source>
        <translation>Der Browser kam nicht rechtzeitig von HaloPSA zurück.</translation>
    </message>
    <message>
        <source>The client id and secret are not known yet.</source>
        <translation>Client ID und Secret sind noch nicht bekannt.</translation>
    </message>
    <message>
        <source>The clipboard is cleared in {seconds} s</source>
        <translation>Die Zwischenablage wird in {seconds} s geleert</translation>
    </message>
    <message>
        <source>The connection broke before the answer was complete.</source>
        <translation>Die Verbindung brach ab, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>The connection was not proven. Go to Proof and choose Check now.</source>
        <translation>Die Verbindung wurde nicht nachgewiesen. Gehen Sie zu „Nachweis“ und wählen Sie „Jetzt prüfen“.</translation>
    </message>
    <message>
        <source>The connection works: all {number} requirements are met.</source>
        <translation>Die Verbindung funktioniert: Alle {number} Anforderungen sind erfüllt.</translation>
    </message>
    <message>
        <source>The connection works: the one requirement is met.</source>
        <translation>Die Verbindung funktioniert: Die eine Anforderung ist erfüllt.</translation>
    </message>
    <message>
        <source>The day until which the change is accepted has passed.</source>
        <translation>Der Tag, bis zu dem die Änderung angenommen ist, ist vorbei.</translation>
    </message>
    <message>
        <source>The file holds a setup of a practice instance, which does not go with real ones.</source>
        <translation>Die Datei enthält eine Einrichtung einer Übungsinstanz; sie passt nicht zu echten.</translation>
    </message>
    <message>
        <source>The file is larger than any with setups, and was not read.</source>
        <translation>Die Datei ist größer als jede mit Einrichtungen und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The file that it was opened from stays.</source>
        <translation>Die Datei, aus der es geöffnet wurde, bleibt.</translation>
    </message>
    <message>
        <source>The file was written by a newer version of this program.</source>
        <translation>Die Datei wurde von einer neueren Version dieses Programms geschrieben.</translation>
    </message>
    <message>
        <source>The file with the saved setups is damaged.</source>
        <translation>Die Datei mit den gespeicherten Einrichtungen ist beschädigt.</translation>
    </message>
    <message>
        <source>The file with the setups could not be read.</source>
        <translation>Die Datei mit den Einrichtungen konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file with the setups could not be written.</source>
        <translation>Die Datei mit den Einrichtungen konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The guide asks</source>
        <translation>Anleitung verlangt</translation>
    </message>
    <message>
        <source>The guide asks: {asks}</source>
        <translation>Die Anleitung verlangt: {asks}</translation>
    </message>
    <message>
        <source>The guide calls one row Allow Users of All Asset Types; HaloPSA writes Allow use of all Asset Types.</source>
        <translation>Die Anleitung nennt eine Zeile Allow Users of All Asset Types; HaloPSA schreibt Allow use of all Asset Types.</translation>
    </message>
    <message>
        <source>The guide leaves the name free: say which agent it is (--agent NAME).</source>
        <translation>Die Anleitung lässt den Namen frei: Sagen Sie, welcher Agent es ist (--agent NAME).</translation>
    </message>
    <message>
        <source>The guide recommends the role and does not require it: the same right set on the agent itself works too. TopLeft needs it to read the list of agents; the application&apos;s permissions narrow what it reaches.</source>
        <translation>Die Anleitung empfiehlt die Rolle und verlangt sie nicht: Dasselbe Recht am Agenten selbst tut es auch. TopLeft braucht es, um die Liste der Agenten zu lesen; was es damit erreicht, begrenzen die Berechtigungen der Anwendung.</translation>
    </message>
    <message>
        <source>The guide says that WatchGuard Cloud reads and updates tickets, but lists no tickets permission for the application. Nothing was added here. If tickets fail later, ask WatchGuard about it.</source>
        <translation>Die Anleitung sagt, dass WatchGuard Cloud Tickets liest und aktualisiert, führt aber für die Anwendung keine Berechtigung für Tickets auf. Hier wurde nichts hinzugefügt. Scheitern später Tickets, fragen Sie WatchGuard danach.</translation>
    </message>
    <message>
        <source>The history could not be saved; what was saved before is still there.</source>
        <translation>Der Verlauf ließ sich nicht speichern; was vorher gespeichert war, ist noch da.</translation>
    </message>
    <message>
        <source>The host name only.</source>
        <translation>Nur der Hostname.</translation>
    </message>
    <message>
        <source>The instance could not be reached.</source>
        <translation>Die Instanz ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The instance did not answer in time.</source>
        <translation>Die Instanz hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The instance sent the request on to another host; nothing secret was sent there.</source>
        <translation>Die Instanz hat die Anfrage an einen anderen Host verwiesen; dorthin ging nichts Geheimes.</translation>
    </message>
    <message>
        <source>The instance&apos;s certificate is not trusted.</source>
        <translation>Dem Zertifikat der Instanz wird nicht vertraut.</translation>
    </message>
    <message>
        <source>The keychain did not let go of the secret, so nothing was removed.</source>
        <translation>Der Schlüsselbund hat das Secret nicht freigegeben; deshalb wurde nichts entfernt.</translation>
    </message>
    <message>
        <source>The keychain did not take or give the secret.</source>
        <translation>Der Schlüsselbund hat das Secret nicht angenommen oder nicht herausgegeben.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>The last re-check failed: {what}</source>
        <translation>Die letzte erneute Prüfung ist gescheitert: {what}</translation>
    </message>
    <message>
        <source>The name of the instance is not known to the network.</source>
        <translation>Das Netzwerk kennt den Namen der Instanz nicht.</translation>
    </message>
    <message>
        <source>The namespace of an instance with a domain of its own.</source>
        <translation>Der Namespace einer Instanz mit eigener Domain.</translation>
    </message>
    <message>
        <source>The next check goes on with it, or asks you to sign in again.</source>
        <translation>Die nächste Prüfung macht damit weiter oder bittet Sie, sich erneut anzumelden.</translation>
    </message>
    <message>
        <source>The one setup is in order.</source>
        <translation>Die eine Einrichtung ist in Ordnung.</translation>
    </message>
    <message>
        <source>The person signed in</source>
        <translation>Wer angemeldet ist,</translation>
    </message>
    <message>
        <source>The person signed in may not see this in HaloPSA.</source>
        <translation>Wer angemeldet ist, darf das in HaloPSA nicht sehen.</translation>
    </message>
    <message>
        <source>The portal&apos;s own form is not in the guide: its fields may be named otherwise and ask for more.</source>
        <translation>Das Formular des Portals steht nicht in der Anleitung: Seine Felder heißen vielleicht anders und verlangen mehr.</translation>
    </message>
    <message>
        <source>The practice instance could not save what was changed.</source>
        <translation>Die Übungsinstanz konnte die Änderungen nicht speichern.</translation>
    </message>
    <message>
        <source>The practice instance&apos;s file is damaged.</source>
        <translation>Die Datei der Übungsinstanz ist beschädigt.</translation>
    </message>
    <message>
        <source>The practice instance&apos;s port is in use.</source>
        <translation>Der Port der Übungsinstanz ist belegt.</translation>
    </message>
    <message>
        <source>The profile could not be kept on this workstation.</source>
        <translation>Das Profil konnte auf diesem Rechner nicht aufbewahrt werden.</translation>
    </message>
    <message>
        <source>The profile could not be removed from this workstation, so it stays.</source>
        <translation>Das Profil konnte nicht von diesem Rechner entfernt werden und bleibt.</translation>
    </message>
    <message>
        <source>The profile has mistakes and was not loaded.</source>
        <translation>Das Profil hat Fehler und wurde nicht geladen.</translation>
    </message>
    <message>
        <source>The profile was removed. Open its file to have it again.</source>
        <translation>Das Profil wurde entfernt. Öffnen Sie seine Datei, um es wieder zu haben.</translation>
    </message>
    <message>
        <source>The program or its files are in a folder whose name no scheduler can hold.</source>
        <translation>Das Programm oder seine Dateien liegen in einem Ordner, dessen Namen kein Zeitplaner aufnehmen kann.</translation>
    </message>
    <message>
        <source>The proof was stopped: {number} part was left out.</source>
        <translation>Der Nachweis wurde angehalten: {number} Teil wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The proof was stopped: {number} parts were left out.</source>
        <translation>Der Nachweis wurde angehalten: {number} Teile wurden ausgelassen.</translation>
    </message>
    <message>
        <source>The record of the setup could not be removed, so nothing was.</source>
        <translation>Der Datensatz der Einrichtung ließ sich nicht entfernen; deshalb wurde nichts entfernt.</translation>
    </message>
    <message>
        <source>The regular re-check could not run. {why}</source>
        <translation>Die regelmäßige Prüfung war nicht möglich. {why}</translation>
    </message>
    <message>
        <source>The report could not be saved; a file that was there before is as it was.</source>
        <translation>Der Bericht konnte nicht gespeichert werden; eine Datei, die schon da war, ist unverändert.</translation>
    </message>
    <message>
        <source>The report was saved as {file}. No secret is in it.</source>
        <translation>Der Bericht wurde als {file} gespeichert. Er enthält kein Secret.</translation>
    </message>
    <message>
        <source>The request budget for this instance is used up for now.</source>
        <translation>Das Kontingent an Anfragen für diese Instanz ist im Moment aufgebraucht.</translation>
    </message>
    <message>
        <source>The rest happens in Liongard. Its guide &quot;Integrate HaloPSA with Liongard&quot; goes on from here.</source>
        <translation>Der Rest geschieht in Liongard. Dessen Anleitung „Integrate HaloPSA with Liongard“ geht von hier an weiter.</translation>
    </message>
    <message>
        <source>The rest happens in WatchGuard Cloud. Its guide &quot;Connect WatchGuard Cloud to a PSA Tool&quot; goes on from here.</source>
        <translation>Der Rest geschieht in WatchGuard Cloud. Dessen Anleitung „Connect WatchGuard Cloud to a PSA Tool“ geht von hier an weiter.</translation>
    </message>
    <message>
        <source>The rest works without it: the application&apos;s rows are then proven by its token.</source>
        <translation>Der Rest geht auch ohne: Die Zeilen der Anwendung weist dann ihr Token nach.</translation>
    </message>
    <message>
        <source>The role looks right and still does not work.</source>
        <translation>Die Rolle sieht richtig aus und wirkt trotzdem nicht.</translation>
    </message>
    <message>
        <source>The saved setups could not be read.</source>
        <translation>Die gespeicherten Einrichtungen ließen sich nicht lesen.</translation>
    </message>
    <message>
        <source>The saved setups were written by a newer version of this program.</source>
        <translation>Die gespeicherten Einrichtungen stammen von einer neueren Version dieses Programms.</translation>
    </message>
    <message>
        <source>The schedule could not be written; the files are as they were.</source>
        <translation>Der Zeitplan konnte nicht geschrieben werden; die Dateien sind, wie sie waren.</translation>
    </message>
    <message>
        <source>The scope is granted, so the agent lacks a right: look at its Permissions tab.</source>
        <translation>Der Scope ist gewährt, also fehlt dem Agenten ein Recht: Sehen Sie auf seiner Registerkarte Permissions nach.</translation>
    </message>
    <message>
        <source>The secret is longer than the keychain can hold.</source>
        <translation>Das Secret ist länger, als der Schlüsselbund fassen kann.</translation>
    </message>
    <message>
        <source>The secret is no longer in the keychain.</source>
        <translation>Das Secret ist nicht mehr im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The secret is on the screen</source>
        <translation>Das Secret ist auf dem Bildschirm zu sehen</translation>
    </message>
    <message>
        <source>The secret is still in the field above. To go on without it, empty the field.</source>
        <translation>Das Secret steht noch im Feld. Leeren Sie es, um ohne Secret weiterzugehen.</translation>
    </message>
    <message>
        <source>The secret of the wizard&apos;s own application stays: another setup of this HaloPSA uses it.</source>
        <translation>Das Secret der eigenen Anwendung des Assistenten bleibt: Eine andere Einrichtung dieses HaloPSA verwendet es.</translation>
    </message>
    <message>
        <source>The secret stays in the keychain</source>
        <translation>Das Secret bleibt im Schlüsselbund</translation>
    </message>
    <message>
        <source>The secret was held for an earlier session only.</source>
        <translation>Das Secret wurde nur für eine frühere Sitzung gehalten.</translation>
    </message>
    <message>
        <source>The sections of the agent&apos;s permissions: those shown are HaloPSA&apos;s own.</source>
        <translation>Die Abschnitte der Berechtigungen des Agenten: Die gezeigten sind die von HaloPSA.</translation>
    </message>
    <message>
        <source>The setup could not be saved.</source>
        <translation>Die Einrichtung ließ sich nicht speichern.</translation>
    </message>
    <message>
        <source>The setup for {vendor} is saved on this workstation.</source>
        <translation>Die Einrichtung für {vendor} ist auf diesem Rechner gespeichert.</translation>
    </message>
    <message>
        <source>The setup was not checked yet, so nothing is known of it.</source>
        <translation>Die Einrichtung wurde noch nicht geprüft, daher ist nichts über sie bekannt.</translation>
    </message>
    <message>
        <source>The setup was removed meanwhile, so nothing of it was kept.</source>
        <translation>Die Einrichtung wurde inzwischen entfernt; deshalb wurde nichts davon aufbewahrt.</translation>
    </message>
    <message>
        <source>The setup was removed. Nothing was changed in HaloPSA.</source>
        <translation>Die Einrichtung wurde entfernt. In HaloPSA wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The sign-in failed inside HaloPSA (500). A wrong tenant does this.</source>
        <translation>Die Anmeldung ist innerhalb von HaloPSA gescheitert (500). Das geschieht bei einem falschen Tenant.</translation>
    </message>
    <message>
        <source>The sign-in to HaloPSA has ended.</source>
        <translation>Die Anmeldung bei HaloPSA ist abgelaufen.</translation>
    </message>
    <message>
        <source>The sign-in was cancelled.</source>
        <translation>Die Anmeldung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The system does not say when it runs next.</source>
        <translation>Das System sagt nicht, wann sie das nächste Mal läuft.</translation>
    </message>
    <message>
        <source>The system&apos;s own scheduler re-checks all setups for you alone, while you are signed in. A notification comes when one is worse than before.</source>
        <translation>Der Zeitplaner des Systems prüft alle Einrichtungen erneut, nur für Sie und während Sie angemeldet sind. Steht es um eine schlechter als zuvor, kommt eine Mitteilung.</translation>
    </message>
    <message>
        <source>The system&apos;s scheduler refused.</source>
        <translation>Der Zeitplaner des Systems hat abgelehnt.</translation>
    </message>
    <message>
        <source>The token acted as “{then}” on {date} and acts as “{now}” now.</source>
        <translation>Das Token handelte am {date} als „{then}“ und handelt jetzt als „{now}“.</translation>
    </message>
    <message>
        <source>The token acts as another agent than on {date}.</source>
        <translation>Das Token handelt als ein anderer Agent als am {date}.</translation>
    </message>
    <message>
        <source>The vendor gives this value; HaloPSA needs it later.</source>
        <translation>Diesen Wert gibt der Anbieter; HaloPSA braucht ihn später.</translation>
    </message>
    <message>
        <source>The version was not kept.</source>
        <translation>Die Version wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The wizard can see agents</source>
        <translation>Der Assistent kann Agenten sehen</translation>
    </message>
    <message>
        <source>The wizard can see applications</source>
        <translation>Der Assistent kann Anwendungen sehen</translation>
    </message>
    <message>
        <source>The wizard can see roles</source>
        <translation>Der Assistent kann Rollen sehen</translation>
    </message>
    <message>
        <source>The wizard can sign in</source>
        <translation>Der Assistent kann sich anmelden</translation>
    </message>
    <message>
        <source>The wizard cannot check anything then: every row needs the token.</source>
        <translation>Dann kann der Assistent nichts prüfen: Jede Zeile braucht das Token.</translation>
    </message>
    <message>
        <source>The wizard cannot check this row: compare it yourself.</source>
        <translation>Der Assistent kann diese Zeile nicht prüfen: Vergleichen Sie sie selbst.</translation>
    </message>
    <message>
        <source>The wizard does not have it: enter it at Id and secret.</source>
        <translation>Der Assistent hat es nicht: Geben Sie es unter „ID und Secret“ ein.</translation>
    </message>
    <message>
        <source>The wizard has the secret. Choose Save in HaloPSA now, if you have not yet.</source>
        <translation>Der Assistent hat das Secret. Wählen Sie jetzt Save in HaloPSA, falls noch nicht geschehen.</translation>
    </message>
    <message>
        <source>The wizard looks through</source>
        <translation>Womit der Assistent nachsieht</translation>
    </message>
    <message>
        <source>The wizard only reads: nothing is changed in HaloPSA, and the integration goes on working.</source>
        <translation>Der Assistent liest nur: In HaloPSA ändert sich nichts, und die Integration läuft weiter.</translation>
    </message>
    <message>
        <source>The wizard proves the first application only. Set this one up, then confirm each row.</source>
        <translation>Der Assistent weist nur die erste Anwendung nach. Richten Sie diese ein und bestätigen Sie dann jede Zeile.</translation>
    </message>
    <message>
        <source>The wizard sees what {name} may see, and changes nothing.</source>
        <translation>Der Assistent sieht, was {name} sehen darf, und ändert nichts.</translation>
    </message>
    <message>
        <source>The wizard signs in as the integration would and reads one row of each thing it needs.</source>
        <translation>Der Assistent meldet sich an wie die Integration und liest von allem, was sie braucht, eine Zeile.</translation>
    </message>
    <message>
        <source>The wizard tests the pair as soon as it has both, and again when you check. Permissions come next.</source>
        <translation>Der Assistent testet ID und Secret, sobald er beides hat, und wieder, wenn Sie prüfen. Die Berechtigungen kommen danach.</translation>
    </message>
    <message>
        <source>The wizard&apos;s application in HaloPSA</source>
        <translation>Die Anwendung des Assistenten in HaloPSA</translation>
    </message>
    <message>
        <source>The wizard&apos;s own copy of the profile goes.</source>
        <translation>Die eigene Kopie des Assistenten vom Profil wird gelöscht.</translation>
    </message>
    <message>
        <source>Then choose Save in HaloPSA.</source>
        <translation>Wählen Sie dann Save in HaloPSA.</translation>
    </message>
    <message>
        <source>There is no display to open a window on.</source>
        <translation>Es gibt keinen Bildschirm, auf dem sich ein Fenster öffnen ließe.</translation>
    </message>
    <message>
        <source>There is no setup to report on.</source>
        <translation>Es gibt keine Einrichtung, über die zu berichten wäre.</translation>
    </message>
    <message>
        <source>There is no such profile.</source>
        <translation>Ein solches Profil gibt es nicht.</translation>
    </message>
    <message>
        <source>This HaloPSA is a practice instance: nothing in it is real. On each page “Do it for me” does your part in it; here it enters the address.</source>
        <translation>Dieses HaloPSA ist eine Übungsinstanz: Nichts darin ist echt. Auf jeder Seite übernimmt „Für mich erledigen“ Ihren Teil; hier trägt es die Adresse ein.</translation>
    </message>
    <message>
        <source>This can only be seen through an administrator&apos;s connection.</source>
        <translation>Das ist nur über die Verbindung eines Administrators zu sehen.</translation>
    </message>
    <message>
        <source>This change needs nobody&apos;s acceptance: it is told once.</source>
        <translation>Diese Änderung muss niemand annehmen: Sie wird einmal gemeldet.</translation>
    </message>
    <message>
        <source>This connection is saved already: {vendor} on {instance}.</source>
        <translation>Diese Verbindung ist schon gespeichert: {vendor} auf {instance}.</translation>
    </message>
    <message>
        <source>This instance has no tenant: leave it empty.</source>
        <translation>Diese Instanz hat keinen Tenant: Lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>This instance may lack the feature, or the address may be wrong.</source>
        <translation>Vielleicht fehlt dieser Instanz die Funktion, oder die Adresse ist falsch.</translation>
    </message>
    <message>
        <source>This instance signs in on another host</source>
        <translation>Die Anmeldung dieser Instanz läuft über einen anderen Host</translation>
    </message>
    <message>
        <source>This is no file with setups, or it was changed by hand.</source>
        <translation>Das ist keine Datei mit Einrichtungen, oder sie wurde von Hand geändert.</translation>
    </message>
    <message>
        <source>This is not a web address.</source>
        <translation>Das ist keine Webadresse.</translation>
    </message>
    <message>
        <source>This line is no result of a re-check.</source>
        <translation>Diese Zeile ist kein Ergebnis einer erneuten Prüfung.</translation>
    </message>
    <message>
        <source>This looks like a Client ID, not like a secret. Compare it with HaloPSA.</source>
        <translation>Das sieht nach einer Client ID aus, nicht nach einem Secret. Vergleichen Sie es mit HaloPSA.</translation>
    </message>
    <message>
        <source>This looks like a secret in a field that is saved, so nothing was saved.</source>
        <translation>In einem Feld, das gespeichert wird, steht etwas, das wie ein Secret aussieht; deshalb wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>This looks like {vendor}: {counted}.</source>
        <translation>Das sieht nach {vendor} aus: {counted}.</translation>
    </message>
    <message>
        <source>This setup was imported, and a secret is never part of the file.</source>
        <translation>Diese Einrichtung wurde importiert, und ein Secret steht nie in der Datei.</translation>
    </message>
    <message>
        <source>This sign-in did not work</source>
        <translation>Diese Anmeldung hat nicht geklappt</translation>
    </message>
    <message>
        <source>This will be done, and nothing else:</source>
        <translation>Das wird getan, und nichts sonst:</translation>
    </message>
    <message>
        <source>This workstation has no keychain that the program can use.</source>
        <translation>Dieser Rechner hat keinen Schlüsselbund, den das Programm verwenden kann.</translation>
    </message>
    <message>
        <source>This workstation has no scheduler that the program knows.</source>
        <translation>Dieser Rechner hat keinen Zeitplaner, den das Programm kennt.</translation>
    </message>
    <message>
        <source>This workstation lacks what makes a PDF.</source>
        <translation>Diesem Rechner fehlt, was ein PDF erstellt.</translation>
    </message>
    <message>
        <source>Tick the application&apos;s permissions</source>
        <translation>Berechtigungen der Anwendung anhaken</translation>
    </message>
    <message>
        <source>Tick the missing permissions on the application&apos;s Permissions tab and save.</source>
        <translation>Haken Sie die fehlenden Berechtigungen auf der Registerkarte Permissions der Anwendung an und speichern Sie.</translation>
    </message>
    <message>
        <source>Tick the permission on the application&apos;s Permissions tab, and save.</source>
        <translation>Haken Sie die Berechtigung auf der Registerkarte Permissions der Anwendung an und speichern Sie.</translation>
    </message>
    <message>
        <source>Tick the permissions below, and Save.</source>
        <translation>Haken Sie die Berechtigungen unten an und wählen Sie Save.</translation>
    </message>
    <message>
        <source>Tick the permissions of this step on the application&apos;s Permissions tab, save, and sign in again.</source>
        <translation>Haken Sie die Berechtigungen dieses Schritts auf der Registerkarte Permissions der Anwendung an, speichern Sie und melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>Tick the permissions on the application&apos;s Permissions tab, save, check again.</source>
        <translation>Haken Sie die Berechtigungen auf der Registerkarte Permissions der Anwendung an, speichern Sie und prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>To do: {remedy}</source>
        <translation>Zu tun: {remedy}</translation>
    </message>
    <message>
        <source>To mend: {requirement}. Only the steps with something left are shown; at the end comes the proof.</source>
        <translation>Zu beheben: {requirement}. Gezeigt werden nur die Schritte, in denen noch etwas offen ist; am Ende kommt der Nachweis.</translation>
    </message>
    <message>
        <source>To read and to copy; it is not sent by this program</source>
        <translation>Zum Lesen und Kopieren; dieses Programm verschickt ihn nicht</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>TopLeft&apos;s own form: not in the guide. It may ask for more than the values listed, and name them otherwise.</source>
        <translation>Das Formular von TopLeft: nicht in der Anleitung. Es verlangt vielleicht mehr als die aufgeführten Werte und nennt sie anders.</translation>
    </message>
    <message>
        <source>TopLeft&apos;s setup portal</source>
        <translation>Einrichtungsportal von TopLeft</translation>
    </message>
    <message>
        <source>Try a setup on a simulated HaloPSA</source>
        <translation>Eine Einrichtung an einem simulierten HaloPSA ausprobieren</translation>
    </message>
    <message>
        <source>Try again, or hold the secret for this session only.</source>
        <translation>Versuchen Sie es erneut oder behalten Sie das Secret nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>Trying GET {path}</source>
        <translation>GET {path} wird versucht</translation>
    </message>
    <message>
        <source>Trying GET {path}, which should be refused</source>
        <translation>GET {path} wird versucht und sollte abgelehnt werden</translation>
    </message>
    <message>
        <source>Under Applications choose View Applications, then New.</source>
        <translation>Wählen Sie unter Applications View Applications und dann New.</translation>
    </message>
    <message>
        <source>Under Teams choose Add, select every team that Liongard may send tickets to, and Save the selection.</source>
        <translation>Wählen Sie unter Teams Add, dann jedes Team, an das Liongard Tickets schicken darf, und speichern Sie die Auswahl mit Save.</translation>
    </message>
    <message>
        <source>Under Teams choose Add, select every team that Perimeters may send tickets to, and Save.</source>
        <translation>Wählen Sie unter Teams Add, dann jedes Team, an das Perimeters Tickets schicken darf, und dann Save.</translation>
    </message>
    <message>
        <source>Under Teams choose Add, select the teams, and Save.</source>
        <translation>Wählen Sie unter Teams Add, dann die Teams und dann Save.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Unlock it and try again, or hold the secret for this session only.</source>
        <translation>Entsperren Sie ihn und versuchen Sie es erneut, oder behalten Sie das Secret nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>Unlock or install one (on Linux: GNOME Keyring or KWallet), or hold the secret for this session only.</source>
        <translation>Entsperren oder installieren Sie einen (unter Linux: GNOME Keyring oder KWallet), oder behalten Sie das Secret nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>Unlock the keychain and remove the setup again, or remove its record only.</source>
        <translation>Entsperren Sie den Schlüsselbund und entfernen Sie die Einrichtung erneut, oder entfernen Sie nur ihren Datensatz.</translation>
    </message>
    <message>
        <source>Unti&amp;l</source>
        <translation>B&amp;is</translation>
    </message>
    <message>
        <source>Use another port</source>
        <translation>Anderen Port verwenden</translation>
    </message>
    <message>
        <source>Use the https:// address of HaloPSA.</source>
        <translation>Verwenden Sie die https://-Adresse von HaloPSA.</translation>
    </message>
    <message>
        <source>Username of the agent</source>
        <translation>Benutzername des Agenten</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version of HaloPSA</source>
        <translation>Version von HaloPSA</translation>
    </message>
    <message>
        <source>Wait a moment and check again.</source>
        <translation>Warten Sie einen Moment und prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>Wait for TopLeft&apos;s e-mail about your first sign-in. It comes once your application is set up.</source>
        <translation>Warten Sie auf die E-Mail von TopLeft zu Ihrer ersten Anmeldung. Sie kommt, sobald Ihre Anwendung eingerichtet ist.</translation>
    </message>
    <message>
        <source>Wait until the rolling window has passed (up to 5 minutes), then check again.</source>
        <translation>Warten Sie, bis das Zeitfenster vorüber ist (bis zu 5 Minuten), und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>Wait until the rolling window has passed, then check again.</source>
        <translation>Warten Sie, bis das Zeitfenster vorüber ist, und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>Waiting for the browser</source>
        <translation>Warten auf den Browser</translation>
    </message>
    <message>
        <source>Waiting for the browser…</source>
        <translation>Warten auf den Browser…</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>Wants back: {fields}</source>
        <translation>Bekommt von Ihnen: {fields}</translation>
    </message>
    <message>
        <source>Was accepted by {person} until {date}, but is another now: {reason}</source>
        <translation>War von {person} bis {date} angenommen, ist jetzt aber anders: {reason}</translation>
    </message>
    <message>
        <source>Was accepted by {person}, but only until {date}: {reason}</source>
        <translation>War von {person} angenommen, aber nur bis {date}: {reason}</translation>
    </message>
    <message>
        <source>Watch Halo</source>
        <translation>Halo beobachten</translation>
    </message>
    <message>
        <source>WatchGuard Cloud&apos;s own form: it is on another page, &quot;Connect WatchGuard Cloud to a PSA Tool&quot;, and may ask for more than id and secret.</source>
        <translation>Das Formular von WatchGuard Cloud: Es steht auf einer anderen Seite, „Connect WatchGuard Cloud to a PSA Tool“, und verlangt vielleicht mehr als ID und Secret.</translation>
    </message>
    <message>
        <source>WatchGuard Cloud, where you connect it to a PSA tool</source>
        <translation>WatchGuard Cloud, wo Sie es mit einem PSA-Werkzeug verbinden</translation>
    </message>
    <message>
        <source>Watching Halo</source>
        <translation>Halo wird beobachtet</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Webadresse</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>What HaloPSA does not show, and somebody looked at.</source>
        <translation>Was HaloPSA nicht zeigt und jemand nachgesehen hat.</translation>
    </message>
    <message>
        <source>What Liongard uses each permission for.</source>
        <translation>Wofür Liongard jede Berechtigung verwendet.</translation>
    </message>
    <message>
        <source>What TopLeft uses each permission of the application for.</source>
        <translation>Wofür TopLeft jede Berechtigung der Anwendung verwendet.</translation>
    </message>
    <message>
        <source>What WatchGuard Cloud uses each permission for.</source>
        <translation>Wofür WatchGuard Cloud jede Berechtigung verwendet.</translation>
    </message>
    <message>
        <source>What differs from the guide of {vendor}</source>
        <translation>Was von der Anleitung von {vendor} abweicht</translation>
    </message>
    <message>
        <source>What follows from something else stands below it.</source>
        <translation>Was aus etwas anderem folgt, steht darunter.</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was der Assistent tut</translation>
    </message>
    <message>
        <source>What it looks like</source>
        <translation>Wonach es aussieht</translation>
    </message>
    <message>
        <source>What it never does</source>
        <translation>Was er nie tut</translation>
    </message>
    <message>
        <source>What it reads</source>
        <translation>Was er liest</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>Was geprüft wurde</translation>
    </message>
    <message>
        <source>What was found before stays.</source>
        <translation>Was vorher gefunden wurde, bleibt.</translation>
    </message>
    <message>
        <source>What was in order once, or was not there, and is otherwise now.</source>
        <translation>Was einmal in Ordnung oder nicht da war und jetzt anders ist.</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>Was getan wird</translation>
    </message>
    <message>
        <source>What: {title}</source>
        <translation>Was: {title}</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>When Liongard should write to a further team later, add the agent to that team first, then check again.</source>
        <translation>Soll Liongard später an ein weiteres Team schreiben, nehmen Sie zuerst den Agenten in dieses Team auf und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>When the Client ID and Client Secret appear, leave the page open and go on here.</source>
        <translation>Wenn Client ID und Client Secret erscheinen, lassen Sie die Seite offen und machen Sie hier weiter.</translation>
    </message>
    <message>
        <source>When the Client ID and Client Secret appear, leave the page open and go on here. A lost secret can only be replaced by a new one.</source>
        <translation>Wenn Client ID und Client Secret erscheinen, lassen Sie die Seite offen und machen Sie hier weiter. Ein verlorenes Secret lässt sich nur durch ein neues ersetzen.</translation>
    </message>
    <message>
        <source>When the Client ID and Secret appear, go on here before you save.</source>
        <translation>Wenn Client ID und Secret erscheinen, machen Sie hier weiter, bevor Sie speichern.</translation>
    </message>
    <message>
        <source>Where in HaloPSA: {menu}</source>
        <translation>Wo in HaloPSA: {menu}</translation>
    </message>
    <message>
        <source>Whether the agent needs a team: the guide sets No Default Team and names none.</source>
        <translation>Ob der Agent ein Team braucht: Die Anleitung setzt No Default Team und nennt keines.</translation>
    </message>
    <message>
        <source>Whether the agent should be API-only, and what its other fields hold.</source>
        <translation>Ob der Agent nur für die API sein soll und was in seinen anderen Feldern steht.</translation>
    </message>
    <message>
        <source>Whether the agent should be API-only, and what its other fields hold: left to your company.</source>
        <translation>Ob der Agent nur für die API sein soll und was in seinen anderen Feldern steht: Das bleibt Ihrer Firma überlassen.</translation>
    </message>
    <message>
        <source>Which agent of {instance} it logs in as could not be seen.</source>
        <translation>Als welcher Agent von {instance} sie sich anmeldet, war nicht zu sehen.</translation>
    </message>
    <message>
        <source>Which agent the application should log in as is not known.</source>
        <translation>Als welcher Agent sich die Anwendung anmelden soll, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Which permission of the application stands for tickets.</source>
        <translation>Welche Berechtigung der Anwendung für Tickets steht.</translation>
    </message>
    <message>
        <source>Why it was not checked</source>
        <translation>Warum nicht geprüft wurde</translation>
    </message>
    <message>
        <source>Why, and what to do</source>
        <translation>Warum, und was zu tun ist</translation>
    </message>
    <message>
        <source>Why: Halo Setup Wizard helps me to connect {name} to HaloPSA. It only reads.</source>
        <translation>Warum: Halo Setup Wizard hilft mir, {name} mit HaloPSA zu verbinden. Er liest nur.</translation>
    </message>
    <message>
        <source>Why: to connect {name} to HaloPSA, as its guide asks: {title}, {publisher}, read on {seen}.</source>
        <translation>Warum: um {name} mit HaloPSA zu verbinden, wie es die Anleitung verlangt: {title}, {publisher}, gelesen am {seen}.</translation>
    </message>
    <message>
        <source>Will be in order with it: {names}</source>
        <translation>Kommt damit in Ordnung: {names}</translation>
    </message>
    <message>
        <source>With an administrator&apos;s API application the wizard also sees the agent&apos;s rights and the application itself. Without it these may stay unknown. One that another setup of this HaloPSA has is used by itself.</source>
        <translation>Mit der API-Anwendung eines Administrators sieht der Assistent auch die Rechte des Agenten und die Anwendung selbst. Ohne sie bleiben diese vielleicht unbekannt. Hat eine andere Einrichtung dieses HaloPSA eine, wird sie von selbst verwendet.</translation>
    </message>
    <message>
        <source>Without /api at its end.</source>
        <translation>Ohne /api am Ende.</translation>
    </message>
    <message>
        <source>Without a slash at its end.</source>
        <translation>Ohne Schrägstrich am Ende.</translation>
    </message>
    <message>
        <source>Without https:// before it.</source>
        <translation>Ohne https:// davor.</translation>
    </message>
    <message>
        <source>Wizard&apos;s access</source>
        <translation>Eigener Zugang</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Es wird gearbeitet</translation>
    </message>
    <message>
        <source>Working in the practice instance…</source>
        <translation>In der Übungsinstanz wird gearbeitet…</translation>
    </message>
    <message>
        <source>Write why it may stay so, and who says so.</source>
        <translation>Schreiben Sie, warum es so bleiben darf und wer das sagt.</translation>
    </message>
    <message>
        <source>Yes, as administrator</source>
        <translation>Ja, als Administrator</translation>
    </message>
    <message>
        <source>Yes, send the secret to {server}</source>
        <translation>Ja, das Secret an {server} senden</translation>
    </message>
    <message>
        <source>Yo&amp;ur name</source>
        <translation>Ihr Na&amp;me</translation>
    </message>
    <message>
        <source>You are a HaloPSA administrator who may manage roles and API settings.</source>
        <translation>Sie sind Administrator von HaloPSA und dürfen Rollen und API-Einstellungen verwalten.</translation>
    </message>
    <message>
        <source>You are signed in for now. Sign in again when HaloPSA asks for it.</source>
        <translation>Sie sind vorerst angemeldet. Melden Sie sich erneut an, wenn HaloPSA danach fragt.</translation>
    </message>
    <message>
        <source>You can close this tab and go back to Halo Setup Wizard.</source>
        <translation>Sie können diesen Tab schließen und zu Halo Setup Wizard zurückkehren.</translation>
    </message>
    <message>
        <source>You can close this tab. Halo Setup Wizard goes on in its own window.</source>
        <translation>Sie können diesen Tab schließen. Halo Setup Wizard macht in seinem eigenen Fenster weiter.</translation>
    </message>
    <message>
        <source>You create a small, read-only application for the wizard once. With it every row of agent, role, teams and application can be checked while you work.</source>
        <translation>Sie legen einmal eine kleine Anwendung für den Assistenten an, die nur lesen darf. Damit lässt sich jede Zeile zu Agent, Rolle, Teams und Anwendung prüfen, während Sie arbeiten.</translation>
    </message>
    <message>
        <source>You sign in to HaloPSA as always. The wizard sees what you may see, and never your password. It needs a small application of its own in HaloPSA, made once.</source>
        <translation>Sie melden sich wie immer bei HaloPSA an. Der Assistent sieht, was Sie sehen dürfen, und nie Ihr Kennwort. Er braucht in HaloPSA eine kleine eigene Anwendung, die Sie einmal anlegen.</translation>
    </message>
    <message>
        <source>You stay signed in on this workstation</source>
        <translation>Sie bleiben auf diesem Rechner angemeldet</translation>
    </message>
    <message>
        <source>You take part in the WatchGuard Cloud Beta programme: only its members have this integration.</source>
        <translation>Sie nehmen am Beta-Programm von WatchGuard Cloud teil: Nur dessen Mitglieder haben diese Integration.</translation>
    </message>
    <message>
        <source>Your own sign-in with the browser (recommended)</source>
        <translation>Ihre eigene Anmeldung mit dem Browser (empfohlen)</translation>
    </message>
    <message>
        <source>Your setups</source>
        <translation>Ihre Einrichtungen</translation>
    </message>
    <message>
        <source>a department without a name</source>
        <translation>eine Abteilung ohne Namen</translation>
    </message>
    <message>
        <source>a name or password before the host is not accepted</source>
        <translation>ein Name oder Kennwort vor dem Host wird nicht angenommen</translation>
    </message>
    <message>
        <source>a probe is a path such as /Tickets</source>
        <translation>ein Probeabruf ist ein Pfad wie /Tickets</translation>
    </message>
    <message>
        <source>a team that you choose</source>
        <translation>ein Team Ihrer Wahl</translation>
    </message>
    <message>
        <source>a team without a name</source>
        <translation>ein Team ohne Namen</translation>
    </message>
    <message>
        <source>a token was issued for this client id and secret</source>
        <translation>für diese Client ID und dieses Secret wurde ein Token ausgestellt</translation>
    </message>
    <message>
        <source>a token without any permission: HaloPSA refuses every call with it (401)</source>
        <translation>ein Token ohne jede Berechtigung: HaloPSA lehnt jeden Aufruf damit ab (401)</translation>
    </message>
    <message>
        <source>a value that is not known</source>
        <translation>ein Wert, der nicht bekannt ist</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>agent behind the token</source>
        <translation>Agent hinter dem Token</translation>
    </message>
    <message>
        <source>agent {number}</source>
        <translation>Agent {number}</translation>
    </message>
    <message>
        <source>agent “{name}”</source>
        <translation>Agent „{name}“</translation>
    </message>
    <message>
        <source>agents and their permissions can be read</source>
        <translation>Agenten und ihre Berechtigungen sind lesbar</translation>
    </message>
    <message>
        <source>agents are shown ({number})</source>
        <translation>Agenten werden gezeigt ({number})</translation>
    </message>
    <message>
        <source>all {number} rows are as its guide asks</source>
        <translation>alle {number} Zeilen sind, wie die Anleitung es verlangt</translation>
    </message>
    <message>
        <source>an IPv6 address with a zone is not accepted</source>
        <translation>eine IPv6-Adresse mit Zone wird nicht angenommen</translation>
    </message>
    <message>
        <source>an administrator sees rows in the same list</source>
        <translation>ein Administrator sieht in derselben Liste Zeilen</translation>
    </message>
    <message>
        <source>an agent</source>
        <translation>ein Agent</translation>
    </message>
    <message>
        <source>an agent who is an administrator</source>
        <translation>ein Agent, der Administrator ist</translation>
    </message>
    <message>
        <source>and {number} more</source>
        <translation>und {number} weitere</translation>
    </message>
    <message>
        <source>another application</source>
        <translation>eine andere Anwendung</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>answered with rows</source>
        <translation>mit Zeilen beantwortet</translation>
    </message>
    <message>
        <source>answered, and should be refused</source>
        <translation>beantwortet, sollte aber abgelehnt werden</translation>
    </message>
    <message>
        <source>answered, but the agent sees none of the rows</source>
        <translation>beantwortet, doch der Agent sieht keine der Zeilen</translation>
    </message>
    <message>
        <source>answers with at least one row</source>
        <translation>antwortet mit mindestens einer Zeile</translation>
    </message>
    <message>
        <source>applications are shown ({number})</source>
        <translation>Anwendungen werden gezeigt ({number})</translation>
    </message>
    <message>
        <source>as HaloPSA shows the application</source>
        <translation>wie HaloPSA die Anwendung zeigt</translation>
    </message>
    <message>
        <source>at least one team</source>
        <translation>mindestens ein Team</translation>
    </message>
    <message>
        <source>authorisation server {server}</source>
        <translation>Autorisierungsserver {server}</translation>
    </message>
    <message>
        <source>can read</source>
        <translation>kann lesen</translation>
    </message>
    <message>
        <source>cannot be checked</source>
        <translation>nicht prüfbar</translation>
    </message>
    <message>
        <source>certificate not accepted</source>
        <translation>Zertifikat nicht angenommen</translation>
    </message>
    <message>
        <source>checked just now</source>
        <translation>gerade geprüft</translation>
    </message>
    <message>
        <source>checked on {day}</source>
        <translation>geprüft am {day}</translation>
    </message>
    <message>
        <source>checked {number} h ago</source>
        <translation>vor {number} Std. geprüft</translation>
    </message>
    <message>
        <source>checked {number} min ago</source>
        <translation>vor {number} Min. geprüft</translation>
    </message>
    <message>
        <source>checked {number} s ago</source>
        <translation>vor {number} s geprüft</translation>
    </message>
    <message>
        <source>configured: {value}</source>
        <translation>eingestellt: {value}</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>confirmed by the technician on {date}</source>
        <translation>vom Techniker bestätigt am {date}</translation>
    </message>
    <message>
        <source>confirmed by {person} on {date}</source>
        <translation>bestätigt von {person} am {date}</translation>
    </message>
    <message>
        <source>could not look</source>
        <translation>konnte nicht prüfen</translation>
    </message>
    <message>
        <source>department {names}</source>
        <translation>Abteilung {names}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>empty, or not visible to this agent</source>
        <translation>leer oder für diesen Agenten nicht sichtbar</translation>
    </message>
    <message>
        <source>en</source>
        <translation>de</translation>
    </message>
    <message>
        <source>every option of this section</source>
        <translation>jede Option dieses Abschnitts</translation>
    </message>
    <message>
        <source>every option of {section}</source>
        <translation>jede Option von {section}</translation>
    </message>
    <message>
        <source>every option: {value}</source>
        <translation>jede Option: {value}</translation>
    </message>
    <message>
        <source>everything in order</source>
        <translation>alles in Ordnung</translation>
    </message>
    <message>
        <source>excess</source>
        <translation>zu viel</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>found: {value}</source>
        <translation>gefunden: {value}</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>gewährt</translation>
    </message>
    <message>
        <source>granted when all was asked for</source>
        <translation>gewährt, als alles verlangt wurde</translation>
    </message>
    <message>
        <source>granted when exactly the guide&apos;s list was asked for</source>
        <translation>gewährt, als genau die Liste der Anleitung verlangt wurde</translation>
    </message>
    <message>
        <source>granted when it alone was asked for</source>
        <translation>gewährt, als er allein verlangt wurde</translation>
    </message>
    <message>
        <source>held</source>
        <translation>zugewiesen</translation>
    </message>
    <message>
        <source>held in memory for this session only</source>
        <translation>nur für diese Sitzung im Arbeitsspeicher</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>in other versions: {labels}</source>
        <translation>in anderen Versionen: {labels}</translation>
    </message>
    <message>
        <source>it did not answer within {seconds} seconds</source>
        <translation>er hat nicht innerhalb von {seconds} Sekunden geantwortet</translation>
    </message>
    <message>
        <source>it gave back something else</source>
        <translation>er hat etwas anderes zurückgegeben</translation>
    </message>
    <message>
        <source>it is in no team and sees none of the rows</source>
        <translation>er ist in keinem Team und sieht keine der Zeilen</translation>
    </message>
    <message>
        <source>it is in {teams} and sees none of the rows</source>
        <translation>er ist in {teams} und sieht keine der Zeilen</translation>
    </message>
    <message>
        <source>its answer is not JSON</source>
        <translation>seine Antwort ist kein JSON</translation>
    </message>
    <message>
        <source>its answer names none</source>
        <translation>seine Antwort nennt keinen</translation>
    </message>
    <message>
        <source>kept in {place}</source>
        <translation>aufbewahrt in {place}</translation>
    </message>
    <message>
        <source>last checked: {day}</source>
        <translation>zuletzt geprüft: {day}</translation>
    </message>
    <message>
        <source>leave empty</source>
        <translation>leer lassen</translation>
    </message>
    <message>
        <source>leave unset</source>
        <translation>nicht setzen</translation>
    </message>
    <message>
        <source>leave unticked</source>
        <translation>nicht anhaken</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>listed when all was asked for</source>
        <translation>aufgeführt, als alles verlangt wurde</translation>
    </message>
    <message>
        <source>looked as an administrator</source>
        <translation>als Administrator geprüft</translation>
    </message>
    <message>
        <source>looked as the integration</source>
        <translation>als Integration geprüft</translation>
    </message>
    <message>
        <source>mended</source>
        <translation>behoben</translation>
    </message>
    <message>
        <source>met</source>
        <translation>erfüllt</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>more than {number} bytes</source>
        <translation>mehr als {number} Bytes</translation>
    </message>
    <message>
        <source>more than {number} pages of agents</source>
        <translation>mehr als {number} Seiten mit Agenten</translation>
    </message>
    <message>
        <source>needs a hand</source>
        <translation>etwas zu tun</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>no address yet</source>
        <translation>noch ohne Adresse</translation>
    </message>
    <message>
        <source>no agent</source>
        <translation>kein Agent</translation>
    </message>
    <message>
        <source>no agent has this name</source>
        <translation>kein Agent hat diesen Namen</translation>
    </message>
    <message>
        <source>no application of this name</source>
        <translation>keine Anwendung mit diesem Namen</translation>
    </message>
    <message>
        <source>no claim {code}</source>
        <translation>kein Claim {code}</translation>
    </message>
    <message>
        <source>no code came back</source>
        <translation>es kam kein Code zurück</translation>
    </message>
    <message>
        <source>no code is known for this setting</source>
        <translation>für diese Einstellung ist kein Code bekannt</translation>
    </message>
    <message>
        <source>no content type</source>
        <translation>ohne Inhaltstyp</translation>
    </message>
    <message>
        <source>no department</source>
        <translation>keine Abteilung</translation>
    </message>
    <message>
        <source>no role has this name</source>
        <translation>keine Rolle hat diesen Namen</translation>
    </message>
    <message>
        <source>no row of the guide asks for {scope}</source>
        <translation>keine Zeile der Anleitung verlangt {scope}</translation>
    </message>
    <message>
        <source>no scope of its own is known for it</source>
        <translation>dafür ist kein eigener Scope bekannt</translation>
    </message>
    <message>
        <source>no team</source>
        <translation>kein Team</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>not an agent</source>
        <translation>kein Agent</translation>
    </message>
    <message>
        <source>not asked for</source>
        <translation>nicht verlangt</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>not every option is set</source>
        <translation>nicht jede Option ist gesetzt</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>nicht fertig</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>not granted</source>
        <translation>nicht gewährt</translation>
    </message>
    <message>
        <source>not granted when all was asked for</source>
        <translation>nicht gewährt, als alles verlangt wurde</translation>
    </message>
    <message>
        <source>not granted when exactly the guide&apos;s list was asked for</source>
        <translation>nicht gewährt, als genau die Liste der Anleitung verlangt wurde</translation>
    </message>
    <message>
        <source>not granted when it alone was asked for</source>
        <translation>nicht gewährt, als er allein verlangt wurde</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>nicht aufbewahrt</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>nicht angezeigt</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>nothing known</source>
        <translation>nichts Bekanntes</translation>
    </message>
    <message>
        <source>nothing to set in HaloPSA</source>
        <translation>nichts in HaloPSA einzustellen</translation>
    </message>
    <message>
        <source>one of the group is enough</source>
        <translation>einer aus der Gruppe genügt</translation>
    </message>
    <message>
        <source>one of the group {group} is enough</source>
        <translation>einer aus der Gruppe {group} genügt</translation>
    </message>
    <message>
        <source>only https:// addresses are possible</source>
        <translation>nur https://-Adressen sind möglich</translation>
    </message>
    <message>
        <source>only needed during set-up</source>
        <translation>nur während der Einrichtung nötig</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>freigestellt</translation>
    </message>
    <message>
        <source>port {port}</source>
        <translation>Port {port}</translation>
    </message>
    <message>
        <source>practice instance</source>
        <translation>Übungsinstanz</translation>
    </message>
    <message>
        <source>proven by the token</source>
        <translation>durch das Token nachgewiesen</translation>
    </message>
    <message>
        <source>proven by {probe}</source>
        <translation>durch {probe} nachgewiesen</translation>
    </message>
    <message>
        <source>read from the role</source>
        <translation>aus der Rolle gelesen</translation>
    </message>
    <message>
        <source>read from {source}</source>
        <translation>aus {source} gelesen</translation>
    </message>
    <message>
        <source>read through an administrator&apos;s connection</source>
        <translation>über die Verbindung eines Administrators gelesen</translation>
    </message>
    <message>
        <source>read through the integration&apos;s own credentials</source>
        <translation>mit den eigenen Zugangsdaten der Integration gelesen</translation>
    </message>
    <message>
        <source>recommended, not required: its rights sit on the agent without it</source>
        <translation>empfohlen, nicht verlangt: Der Agent hat ihre Rechte auch ohne sie</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>refused ({status})</source>
        <translation>abgelehnt ({status})</translation>
    </message>
    <message>
        <source>refused when asked for alone (invalid_scope)</source>
        <translation>abgelehnt, als er allein verlangt wurde (invalid_scope)</translation>
    </message>
    <message>
        <source>role {names}</source>
        <translation>Rolle {names}</translation>
    </message>
    <message>
        <source>roles are shown ({number})</source>
        <translation>Rollen werden gezeigt ({number})</translation>
    </message>
    <message>
        <source>roles can be read</source>
        <translation>Rollen sind lesbar</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>scope {scope} is granted</source>
        <translation>Scope {scope} ist gewährt</translation>
    </message>
    <message>
        <source>scope {scope} is granted, though the guide does not ask for it</source>
        <translation>Scope {scope} ist gewährt, obwohl die Anleitung ihn nicht verlangt</translation>
    </message>
    <message>
        <source>scope {scope} is not granted</source>
        <translation>Scope {scope} ist nicht gewährt</translation>
    </message>
    <message>
        <source>scope {scope} works through {other}</source>
        <translation>Scope {scope} wirkt über {other}</translation>
    </message>
    <message>
        <source>see identity</source>
        <translation>siehe identity</translation>
    </message>
    <message>
        <source>set on the agent itself; the guide recommends the role “{role}”</source>
        <translation>am Agenten selbst gesetzt; die Anleitung empfiehlt die Rolle „{role}“</translation>
    </message>
    <message>
        <source>signed in as {name}</source>
        <translation>angemeldet als {name}</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>something missing</source>
        <translation>etwas fehlt</translation>
    </message>
    <message>
        <source>something unknown</source>
        <translation>etwas unbekannt</translation>
    </message>
    <message>
        <source>team {names}</source>
        <translation>Team {names}</translation>
    </message>
    <message>
        <source>the administrator right, which would include this one, has a value not known</source>
        <translation>das Administratorrecht, das dieses einschlösse, hat einen unbekannten Wert</translation>
    </message>
    <message>
        <source>the agent</source>
        <translation>der Agent</translation>
    </message>
    <message>
        <source>the agent does not exist</source>
        <translation>den Agenten gibt es nicht</translation>
    </message>
    <message>
        <source>the agent has no role</source>
        <translation>der Agent hat keine Rolle</translation>
    </message>
    <message>
        <source>the agent of this setup</source>
        <translation>der Agent dieser Einrichtung</translation>
    </message>
    <message>
        <source>the agent was not found</source>
        <translation>der Agent wurde nicht gefunden</translation>
    </message>
    <message>
        <source>the agent&apos;s roles: {names}</source>
        <translation>Rollen des Agenten: {names}</translation>
    </message>
    <message>
        <source>the application does not exist yet</source>
        <translation>die Anwendung gibt es noch nicht</translation>
    </message>
    <message>
        <source>the application holds it</source>
        <translation>die Anwendung hat ihn</translation>
    </message>
    <message>
        <source>the application may not sign in with its id and secret alone</source>
        <translation>die Anwendung darf sich nicht mit ID und Secret allein anmelden</translation>
    </message>
    <message>
        <source>the application shows it ticked</source>
        <translation>in der Anwendung ist er angehakt</translation>
    </message>
    <message>
        <source>the application shows it unticked</source>
        <translation>in der Anwendung ist er nicht angehakt</translation>
    </message>
    <message>
        <source>the application&apos;s settings can be read</source>
        <translation>die Einstellungen der Anwendung sind lesbar</translation>
    </message>
    <message>
        <source>the brackets around the IPv6 address do not match</source>
        <translation>die Klammern um die IPv6-Adresse passen nicht zusammen</translation>
    </message>
    <message>
        <source>the client id and secret give a token</source>
        <translation>Client ID und Secret ergeben ein Token</translation>
    </message>
    <message>
        <source>the client id belongs to the application “{name}”</source>
        <translation>die Client ID gehört zur Anwendung „{name}“</translation>
    </message>
    <message>
        <source>the code of the value “{value}” is not known</source>
        <translation>der Code des Werts „{value}“ ist nicht bekannt</translation>
    </message>
    <message>
        <source>the guide leaves the name free, and no agent has the suggested one</source>
        <translation>die Anleitung lässt den Namen frei, und kein Agent hat den vorgeschlagenen</translation>
    </message>
    <message>
        <source>the guide leaves the name to you</source>
        <translation>die Anleitung überlässt Ihnen den Namen</translation>
    </message>
    <message>
        <source>the host name has characters that no host name has</source>
        <translation>der Hostname enthält Zeichen, die kein Hostname hat</translation>
    </message>
    <message>
        <source>the host name is too long</source>
        <translation>der Hostname ist zu lang</translation>
    </message>
    <message>
        <source>the path of the authorisation server</source>
        <translation>der Pfad des Autorisierungsservers</translation>
    </message>
    <message>
        <source>the port is not a number from 1 to 65535</source>
        <translation>der Port ist keine Zahl von 1 bis 65535</translation>
    </message>
    <message>
        <source>the role</source>
        <translation>die Rolle</translation>
    </message>
    <message>
        <source>the role does not exist</source>
        <translation>die Rolle gibt es nicht</translation>
    </message>
    <message>
        <source>the role exists</source>
        <translation>die Rolle gibt es</translation>
    </message>
    <message>
        <source>the role is not held, and whether its rights are there without it is not known</source>
        <translation>die Rolle ist nicht zugewiesen, und ob ihre Rechte auch ohne sie da sind, ist nicht bekannt</translation>
    </message>
    <message>
        <source>the same id twice</source>
        <translation>zweimal dieselbe Id</translation>
    </message>
    <message>
        <source>the sign-in answered without a scope list</source>
        <translation>die Anmeldung hat ohne Liste der Scopes geantwortet</translation>
    </message>
    <message>
        <source>the technician</source>
        <translation>der Techniker</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>the token acts as an agent; which agent it should be is not known</source>
        <translation>das Token handelt als ein Agent; welcher es sein soll, ist nicht bekannt</translation>
    </message>
    <message>
        <source>the token acts as another agent</source>
        <translation>das Token handelt als ein anderer Agent</translation>
    </message>
    <message>
        <source>the token acts as somebody it does not name</source>
        <translation>das Token handelt als jemand, den es nicht nennt</translation>
    </message>
    <message>
        <source>the token acts as {agent}</source>
        <translation>das Token handelt als {agent}</translation>
    </message>
    <message>
        <source>the token acts as {agent}; which agent it should be is not known</source>
        <translation>das Token handelt als {agent}; welcher Agent es sein soll, ist nicht bekannt</translation>
    </message>
    <message>
        <source>the token acts as “{found}”, not as “{wanted}”</source>
        <translation>das Token handelt als „{found}“, nicht als „{wanted}“</translation>
    </message>
    <message>
        <source>the token does not tell which agent it acts as</source>
        <translation>das Token sagt nicht, als welcher Agent es handelt</translation>
    </message>
    <message>
        <source>the wizard can sign in</source>
        <translation>der Assistent kann sich anmelden</translation>
    </message>
    <message>
        <source>this instance has no such list (404)</source>
        <translation>diese Instanz hat keine solche Liste (404)</translation>
    </message>
    <message>
        <source>this is no IPv4 address</source>
        <translation>das ist keine IPv4-Adresse</translation>
    </message>
    <message>
        <source>this is no IPv6 address</source>
        <translation>das ist keine IPv6-Adresse</translation>
    </message>
    <message>
        <source>this session&apos;s memory</source>
        <translation>Arbeitsspeicher dieser Sitzung</translation>
    </message>
    <message>
        <source>those that you choose</source>
        <translation>die Sie wählen</translation>
    </message>
    <message>
        <source>through the administrator right; set to {value}</source>
        <translation>durch das Administratorrecht; eingestellt auf {value}</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>angehakt</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>zu tun</translation>
    </message>
    <message>
        <source>to see teams</source>
        <translation>um Teams zu sehen</translation>
    </message>
    <message>
        <source>to see the application&apos;s settings</source>
        <translation>um die Einstellungen der Anwendung zu sehen</translation>
    </message>
    <message>
        <source>to tell an empty list from a hidden one</source>
        <translation>um eine leere Liste von einer verborgenen zu unterscheiden</translation>
    </message>
    <message>
        <source>to {address}</source>
        <translation>an {address}</translation>
    </message>
    <message>
        <source>today, {time}</source>
        <translation>heute, {time}</translation>
    </message>
    <message>
        <source>too many fields came back</source>
        <translation>es kamen zu viele Felder zurück</translation>
    </message>
    <message>
        <source>try again after {seconds} s</source>
        <translation>nach {seconds} s erneut versuchen</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>unknown: {cause}</source>
        <translation>unbekannt: {cause}</translation>
    </message>
    <message>
        <source>unknown: {what} {code}</source>
        <translation>unbekannt: {what} {code}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>wanted: {value}</source>
        <translation>verlangt: {value}</translation>
    </message>
    <message>
        <source>what it needs</source>
        <translation>was sie braucht</translation>
    </message>
    <message>
        <source>what {agent} has of {right} is not known for sure</source>
        <translation>was {agent} bei {right} hat, ist nicht sicher bekannt</translation>
    </message>
    <message>
        <source>what {agent} may do could not be read</source>
        <translation>was {agent} darf, war nicht zu lesen</translation>
    </message>
    <message>
        <source>whether scope {scope} is granted is not known</source>
        <translation>ob Scope {scope} gewährt ist, ist nicht bekannt</translation>
    </message>
    <message>
        <source>which right {agent} needs for it is not known</source>
        <translation>welches Recht {agent} dafür braucht, ist nicht bekannt</translation>
    </message>
    <message>
        <source>which teams it is in could not be read</source>
        <translation>in welchen Teams er ist, war nicht zu lesen</translation>
    </message>
    <message>
        <source>why it may stay so</source>
        <translation>warum es so bleiben darf</translation>
    </message>
    <message>
        <source>without a working token nothing can be read</source>
        <translation>ohne gültiges Token ist nichts zu lesen</translation>
    </message>
    <message>
        <source>works through {scope}</source>
        <translation>wirkt über {scope}</translation>
    </message>
    <message>
        <source>your HaloPSA</source>
        <translation>Ihr HaloPSA</translation>
    </message>
    <message>
        <source>{accepted} (said on {date})</source>
        <translation>{accepted} (gesagt am {date})</translation>
    </message>
    <message>
        <source>{agent} has {right} = {value}</source>
        <translation>{agent} hat {right} = {value}</translation>
    </message>
    <message>
        <source>{agent} is an administrator</source>
        <translation>{agent} ist Administrator</translation>
    </message>
    <message>
        <source>{agent} is disabled</source>
        <translation>{agent} ist deaktiviert</translation>
    </message>
    <message>
        <source>{before}. {after}</source>
        <translation>{before}. {after}</translation>
    </message>
    <message>
        <source>{call} fails: {one}; {two}. {place}.</source>
        <translation>{call} scheitert: {one}; {two}. {place}.</translation>
    </message>
    <message>
        <source>{call} fails: {one}; {two}; {three}. {place}.</source>
        <translation>{call} scheitert: {one}; {two}; {three}. {place}.</translation>
    </message>
    <message>
        <source>{call} fails: {why}. {place}.</source>
        <translation>{call} scheitert: {why}. {place}.</translation>
    </message>
    <message>
        <source>{checked} · {waiting}</source>
        <translation>{checked} · {waiting}</translation>
    </message>
    <message>
        <source>{checked}, {hands}</source>
        <translation>{checked}, {hands}</translation>
    </message>
    <message>
        <source>{claim} on role {role}</source>
        <translation>{claim} an der Rolle {role}</translation>
    </message>
    <message>
        <source>{claim} on the agent</source>
        <translation>{claim} am Agenten</translation>
    </message>
    <message>
        <source>{column}: {text}</source>
        <translation>{column}: {text}</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>{done} of {all} parts done</source>
        <translation>{done} von {all} Teilen fertig</translation>
    </message>
    <message>
        <source>{done} of {total} checked</source>
        <translation>{done} von {total} geprüft</translation>
    </message>
    <message>
        <source>{error}, from {cause}</source>
        <translation>{error}, wegen {cause}</translation>
    </message>
    <message>
        <source>{label} (if there is one)</source>
        <translation>{label} (falls vorhanden)</translation>
    </message>
    <message>
        <source>{label} copied</source>
        <translation>{label} kopiert</translation>
    </message>
    <message>
        <source>{label}: {state}, the guide asks {asks}</source>
        <translation>{label}: {state}, die Anleitung verlangt {asks}</translation>
    </message>
    <message>
        <source>{label}: {state}, the guide asks {asks}, Halo has {found}</source>
        <translation>{label}: {state}, die Anleitung verlangt {asks}, in Halo steht {found}</translation>
    </message>
    <message>
        <source>{looked} · version {version}</source>
        <translation>{looked} · Version {version}</translation>
    </message>
    <message>
        <source>{looked}; the token acts as {agent}</source>
        <translation>{looked}; das Token handelt als {agent}</translation>
    </message>
    <message>
        <source>{met} of {asked} rows are as its guide asks</source>
        <translation>{met} von {asked} Zeilen sind, wie die Anleitung es verlangt</translation>
    </message>
    <message>
        <source>{moment}: {person} confirmed {label}</source>
        <translation>{moment}: {person} hat {label} bestätigt</translation>
    </message>
    <message>
        <source>{names} and {name}</source>
        <translation>{names} und {name}</translation>
    </message>
    <message>
        <source>{names} and {number} more</source>
        <translation>{names} und {number} weitere</translation>
    </message>
    <message>
        <source>{names}, {name}</source>
        <translation>{names}, {name}</translation>
    </message>
    <message>
        <source>{names}: never by mail or chat. Give it to me through a password manager, or enter it in Halo Setup Wizard on my computer.</source>
        <translation>{names}: nie per Mail oder Chat. Geben Sie es mir über einen Passwortmanager, oder geben Sie es auf meinem Rechner in Halo Setup Wizard ein.</translation>
    </message>
    <message>
        <source>{name} (if there is one)</source>
        <translation>{name} (falls vorhanden)</translation>
    </message>
    <message>
        <source>{name} has a mistake and was not opened.</source>
        <translation>{name} hat einen Fehler und wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>{name} has {number} mistakes and was not opened.</source>
        <translation>{name} hat {number} Fehler und wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>{name} may not see API applications. An administrator of HaloPSA has to do the steps about them.</source>
        <translation>{name} darf keine API-Anwendungen sehen. Die Schritte dazu muss ein Administrator von HaloPSA tun.</translation>
    </message>
    <message>
        <source>{name} may not see agents. An administrator of HaloPSA has to do the steps about them.</source>
        <translation>{name} darf keine Agenten sehen. Die Schritte dazu muss ein Administrator von HaloPSA tun.</translation>
    </message>
    <message>
        <source>{name} may not see all that is checked here. Let an administrator of HaloPSA sign in, or go on: each step then has a text to send to one.</source>
        <translation>{name} darf nicht alles sehen, was hier geprüft wird. Lassen Sie einen Administrator von HaloPSA sich anmelden, oder gehen Sie weiter: Jeder Schritt hat dann einen Text zum Verschicken.</translation>
    </message>
    <message>
        <source>{name} may not see roles. An administrator of HaloPSA has to do the steps about them.</source>
        <translation>{name} darf keine Rollen sehen. Die Schritte dazu muss ein Administrator von HaloPSA tun.</translation>
    </message>
    <message>
        <source>{name} may not see this in HaloPSA. An administrator of HaloPSA has to do this step.</source>
        <translation>{name} darf das in HaloPSA nicht sehen. Diesen Schritt muss ein Administrator von HaloPSA tun.</translation>
    </message>
    <message>
        <source>{name} was in the files more than once: the newest result counts.</source>
        <translation>{name} stand mehr als einmal in den Dateien: Das neueste Ergebnis zählt.</translation>
    </message>
    <message>
        <source>{name}: {counts}</source>
        <translation>{name}: {counts}</translation>
    </message>
    <message>
        <source>{number} accepted</source>
        <translation>{number} angenommen</translation>
    </message>
    <message>
        <source>{number} agents have this name</source>
        <translation>{number} Agenten haben diesen Namen</translation>
    </message>
    <message>
        <source>{number} are accepted as they are</source>
        <translation>{number} sind so angenommen</translation>
    </message>
    <message>
        <source>{number} are in order</source>
        <translation>{number} sind in Ordnung</translation>
    </message>
    <message>
        <source>{number} beyond it</source>
        <translation>{number} darüber hinaus</translation>
    </message>
    <message>
        <source>{number} changed</source>
        <translation>{number} geändert</translation>
    </message>
    <message>
        <source>{number} confirmation</source>
        <translation>{number} Bestätigung</translation>
    </message>
    <message>
        <source>{number} confirmations</source>
        <translation>{number} Bestätigungen</translation>
    </message>
    <message>
        <source>{number} could not be checked</source>
        <translation>{number} nicht prüfbar</translation>
    </message>
    <message>
        <source>{number} could not be read</source>
        <translation>{number} nicht lesbar</translation>
    </message>
    <message>
        <source>{number} done</source>
        <translation>{number} fertig</translation>
    </message>
    <message>
        <source>{number} done, {confirmed} of them confirmed by a person</source>
        <translation>{number} fertig, davon {confirmed} von einem Menschen bestätigt</translation>
    </message>
    <message>
        <source>{number} field is still to be filled in.</source>
        <translation>{number} Feld ist noch auszufüllen.</translation>
    </message>
    <message>
        <source>{number} fields are still to be filled in.</source>
        <translation>{number} Felder sind noch auszufüllen.</translation>
    </message>
    <message>
        <source>{number} go beyond what the guide asks.</source>
        <translation>{number} gehen über die Anleitung hinaus.</translation>
    </message>
    <message>
        <source>{number} goes beyond what the guide asks.</source>
        <translation>{number} geht über die Anleitung hinaus.</translation>
    </message>
    <message>
        <source>{number} has something unknown</source>
        <translation>bei {number} ist etwas unbekannt</translation>
    </message>
    <message>
        <source>{number} have something unknown</source>
        <translation>bei {number} ist etwas unbekannt</translation>
    </message>
    <message>
        <source>{number} hold</source>
        <translation>{number} in Ordnung</translation>
    </message>
    <message>
        <source>{number} holds</source>
        <translation>{number} in Ordnung</translation>
    </message>
    <message>
        <source>{number} is accepted as it is</source>
        <translation>{number} ist so angenommen</translation>
    </message>
    <message>
        <source>{number} is in order</source>
        <translation>{number} ist in Ordnung</translation>
    </message>
    <message>
        <source>{number} lack something</source>
        <translation>bei {number} fehlt etwas</translation>
    </message>
    <message>
        <source>{number} lacks something</source>
        <translation>bei {number} fehlt etwas</translation>
    </message>
    <message>
        <source>{number} left</source>
        <translation>{number} offen</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number} min</translation>
    </message>
    <message>
        <source>{number} missing</source>
        <translation>{number} fehlen</translation>
    </message>
    <message>
        <source>{number} more row follows from these, and is mended with them.</source>
        <translation>{number} weitere Zeile folgt daraus und erledigt sich damit.</translation>
    </message>
    <message>
        <source>{number} more rows follow from these, and are mended with them.</source>
        <translation>{number} weitere Zeilen folgen daraus und erledigen sich damit.</translation>
    </message>
    <message>
        <source>{number} more wait</source>
        <translation>{number} weitere warten</translation>
    </message>
    <message>
        <source>{number} more waits</source>
        <translation>{number} weitere wartet</translation>
    </message>
    <message>
        <source>{number} need a hand</source>
        <translation>{number} zu tun</translation>
    </message>
    <message>
        <source>{number} needs a hand</source>
        <translation>{number} zu tun</translation>
    </message>
    <message>
        <source>{number} never fitted</source>
        <translation>{number} passte noch nie</translation>
    </message>
    <message>
        <source>{number} not finished</source>
        <translation>{number} nicht fertig</translation>
    </message>
    <message>
        <source>{number} of {all} options with a known code are set</source>
        <translation>{number} von {all} Optionen mit bekanntem Code sind gesetzt</translation>
    </message>
    <message>
        <source>{number} older run</source>
        <translation>{number} ältere Prüfung</translation>
    </message>
    <message>
        <source>{number} older runs</source>
        <translation>{number} ältere Prüfungen</translation>
    </message>
    <message>
        <source>{number} other integration</source>
        <translation>{number} andere Integration</translation>
    </message>
    <message>
        <source>{number} other integrations</source>
        <translation>{number} andere Integrationen</translation>
    </message>
    <message>
        <source>{number} other setting</source>
        <translation>{number} weitere Einstellung</translation>
    </message>
    <message>
        <source>{number} other settings</source>
        <translation>{number} weitere Einstellungen</translation>
    </message>
    <message>
        <source>{number} permission</source>
        <translation>{number} Berechtigung</translation>
    </message>
    <message>
        <source>{number} permissions</source>
        <translation>{number} Berechtigungen</translation>
    </message>
    <message>
        <source>{number} requests in {seconds} seconds</source>
        <translation>{number} Anfragen in {seconds} Sekunden</translation>
    </message>
    <message>
        <source>{number} rows are met now: {rows}.</source>
        <translation>{number} Zeilen sind jetzt erfüllt: {rows}.</translation>
    </message>
    <message>
        <source>{number} rows are missing now: {rows}.</source>
        <translation>{number} Zeilen fehlen jetzt: {rows}.</translation>
    </message>
    <message>
        <source>{number} rows are more than the guide asks now: {rows}.</source>
        <translation>{number} Zeilen sind jetzt mehr, als die Anleitung verlangt: {rows}.</translation>
    </message>
    <message>
        <source>{number} rows can no longer be checked: {rows}.</source>
        <translation>{number} Zeilen lassen sich nicht mehr prüfen: {rows}.</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} s</translation>
    </message>
    <message>
        <source>{number} scope</source>
        <translation>{number} Scope</translation>
    </message>
    <message>
        <source>{number} scopes</source>
        <translation>{number} Scopes</translation>
    </message>
    <message>
        <source>{number} setup is here already.</source>
        <translation>{number} Einrichtung ist schon hier.</translation>
    </message>
    <message>
        <source>{number} setup is new here.</source>
        <translation>{number} Einrichtung ist hier neu.</translation>
    </message>
    <message>
        <source>{number} setup is on a practice instance of this workstation: it is not real.</source>
        <translation>{number} Einrichtung ist auf einer Übungsinstanz dieses Rechners: Sie ist nicht echt.</translation>
    </message>
    <message>
        <source>{number} setup was exported. No secret is in the file.</source>
        <translation>{number} Einrichtung wurde exportiert. Kein Secret ist in der Datei.</translation>
    </message>
    <message>
        <source>{number} setup was imported. Open it to enter its secret.</source>
        <translation>{number} Einrichtung wurde importiert. Öffnen Sie sie, um ihr Secret einzugeben.</translation>
    </message>
    <message>
        <source>{number} setups</source>
        <translation>{number} Einrichtungen</translation>
    </message>
    <message>
        <source>{number} setups are here already.</source>
        <translation>{number} Einrichtungen sind schon hier.</translation>
    </message>
    <message>
        <source>{number} setups are new here.</source>
        <translation>{number} Einrichtungen sind hier neu.</translation>
    </message>
    <message>
        <source>{number} setups are on a practice instance of this workstation: they are not real.</source>
        <translation>{number} Einrichtungen sind auf einer Übungsinstanz dieses Rechners: Sie sind nicht echt.</translation>
    </message>
    <message>
        <source>{number} setups are worse than before: {names}</source>
        <translation>{number} Einrichtungen sind schlechter als zuvor: {names}</translation>
    </message>
    <message>
        <source>{number} setups were exported. No secret is in the file.</source>
        <translation>{number} Einrichtungen wurden exportiert. Kein Secret ist in der Datei.</translation>
    </message>
    <message>
        <source>{number} setups were imported. Open each to enter its secret.</source>
        <translation>{number} Einrichtungen wurden importiert. Öffnen Sie jede, um ihr Secret einzugeben.</translation>
    </message>
    <message>
        <source>{number} thing changed since it was last good</source>
        <translation>{number} Änderung seit dem letzten guten Stand</translation>
    </message>
    <message>
        <source>{number} things changed since it was last good</source>
        <translation>{number} Änderungen seit dem letzten guten Stand</translation>
    </message>
    <message>
        <source>{number} unknown</source>
        <translation>{number} unbekannt</translation>
    </message>
    <message>
        <source>{path} gave no list</source>
        <translation>{path} hat keine Liste geliefert</translation>
    </message>
    <message>
        <source>{path} gave no object</source>
        <translation>{path} hat kein Objekt geliefert</translation>
    </message>
    <message>
        <source>{place}: look at the row, and confirm it here.</source>
        <translation>{place}: Sehen Sie nach der Zeile und bestätigen Sie sie hier.</translation>
    </message>
    <message>
        <source>{place}: set {label} to “{value}”, and save.</source>
        <translation>{place}: Stellen Sie {label} auf „{value}“ und speichern Sie.</translation>
    </message>
    <message>
        <source>{requirement} could not be read now; on {date} it was in order.</source>
        <translation>{requirement} war jetzt nicht zu lesen; am {date} war es in Ordnung.</translation>
    </message>
    <message>
        <source>{requirement} could not be read now; on {date} it was missing.</source>
        <translation>{requirement} war jetzt nicht zu lesen; am {date} fehlte es.</translation>
    </message>
    <message>
        <source>{requirement} could not be read now; on {date} it was more than asked.</source>
        <translation>{requirement} war jetzt nicht zu lesen; am {date} war es mehr als verlangt.</translation>
    </message>
    <message>
        <source>{requirement} could not be read yet.</source>
        <translation>{requirement} war noch nicht zu lesen.</translation>
    </message>
    <message>
        <source>{requirement} is asked for by the guide of {new}, not by that of {old}.</source>
        <translation>{requirement} wird von der Anleitung vom {new} verlangt, von der vom {old} nicht.</translation>
    </message>
    <message>
        <source>{requirement} is asked for now; on {date} it was not.</source>
        <translation>{requirement} wird jetzt verlangt; am {date} nicht.</translation>
    </message>
    <message>
        <source>{requirement} is more than asked for now; on {date} it was not.</source>
        <translation>{requirement} ist jetzt mehr als verlangt; am {date} nicht.</translation>
    </message>
    <message>
        <source>{requirement} is more than asked for, as on {date}: “{then}” then, “{now}” now.</source>
        <translation>{requirement} ist mehr als verlangt, wie am {date}: damals „{then}“, jetzt „{now}“.</translation>
    </message>
    <message>
        <source>{requirement} is not asked for any more; on {date} it was.</source>
        <translation>{requirement} wird nicht mehr verlangt; am {date} schon.</translation>
    </message>
    <message>
        <source>{requirement} was asked for by the guide of {old}, and no longer by that of {new}.</source>
        <translation>{requirement} wurde von der Anleitung vom {old} verlangt, von der vom {new} nicht mehr.</translation>
    </message>
    <message>
        <source>{requirement} was in order on {date} and is missing now.</source>
        <translation>{requirement} war am {date} in Ordnung und fehlt jetzt.</translation>
    </message>
    <message>
        <source>{requirement} was more than asked for on {date}, and still is.</source>
        <translation>{requirement} war am {date} mehr als verlangt und ist es noch.</translation>
    </message>
    <message>
        <source>{requirement} was “{then}” on {date} and is “{now}” now, more than asked for.</source>
        <translation>{requirement} war am {date} „{then}“ und ist jetzt „{now}“, mehr als verlangt.</translation>
    </message>
    <message>
        <source>{requirement} was “{then}” on {date} and is “{now}” now.</source>
        <translation>{requirement} war am {date} „{then}“ und ist jetzt „{now}“.</translation>
    </message>
    <message>
        <source>{role} is a role that Halo already has. See that it has these permissions.</source>
        <translation>{role} ist eine Rolle, die Halo schon hat. Sehen Sie nach, ob sie diese Berechtigungen hat.</translation>
    </message>
    <message>
        <source>{rows} can no longer be checked.</source>
        <translation>{rows} lässt sich nicht mehr prüfen.</translation>
    </message>
    <message>
        <source>{rows} is met now.</source>
        <translation>{rows} ist jetzt erfüllt.</translation>
    </message>
    <message>
        <source>{rows} is missing now.</source>
        <translation>{rows} fehlt jetzt.</translation>
    </message>
    <message>
        <source>{rows} is more than the guide asks now.</source>
        <translation>{rows} ist jetzt mehr, als die Anleitung verlangt.</translation>
    </message>
    <message>
        <source>{scope} is granted instead</source>
        <translation>stattdessen ist {scope} gewährt</translation>
    </message>
    <message>
        <source>{section}: {done}</source>
        <translation>{section}: {done}</translation>
    </message>
    <message>
        <source>{section}: {name}</source>
        <translation>{section}: {name}</translation>
    </message>
    <message>
        <source>{setup} (practice)</source>
        <translation>{setup} (Übung)</translation>
    </message>
    <message>
        <source>{stand}: {integration} at {instance}</source>
        <translation>{stand}: {integration} bei {instance}</translation>
    </message>
    <message>
        <source>{state} · {checked}</source>
        <translation>{state} · {checked}</translation>
    </message>
    <message>
        <source>{status} to {address}</source>
        <translation>{status} an {address}</translation>
    </message>
    <message>
        <source>{status}, {kind} that does not parse</source>
        <translation>{status}, {kind}, nicht lesbar</translation>
    </message>
    <message>
        <source>{step}, this page</source>
        <translation>{step}, diese Seite</translation>
    </message>
    <message>
        <source>{text} … ({number} characters in all)</source>
        <translation>{text} … (insgesamt {number} Zeichen)</translation>
    </message>
    <message>
        <source>{vendor} acts as this agent.</source>
        <translation>{vendor} handelt als dieser Agent.</translation>
    </message>
    <message>
        <source>{vendor} acts as this agent. Create one for it, or name an existing one.</source>
        <translation>{vendor} handelt als dieser Agent. Legen Sie einen dafür an oder nennen Sie einen vorhandenen.</translation>
    </message>
    <message>
        <source>{vendor} asks for {number} permission of the application.</source>
        <translation>{vendor} verlangt {number} Berechtigung der Anwendung.</translation>
    </message>
    <message>
        <source>{vendor} asks for {number} permission.</source>
        <translation>{vendor} verlangt {number} Berechtigung.</translation>
    </message>
    <message>
        <source>{vendor} asks for {number} permissions of the application.</source>
        <translation>{vendor} verlangt {number} Berechtigungen der Anwendung.</translation>
    </message>
    <message>
        <source>{vendor} asks for {number} permissions.</source>
        <translation>{vendor} verlangt {number} Berechtigungen.</translation>
    </message>
    <message>
        <source>{verdict} All that is missing is accepted.</source>
        <translation>{verdict} Alles, was fehlt, ist angenommen.</translation>
    </message>
    <message>
        <source>{verdict} {number} change is accepted.</source>
        <translation>{verdict} {number} Änderung ist angenommen.</translation>
    </message>
    <message>
        <source>{verdict} {number} change since it was last in order needs a hand.</source>
        <translation>{verdict} {number} Änderung, seit es zuletzt in Ordnung war, ist offen.</translation>
    </message>
    <message>
        <source>{verdict} {number} changes are accepted.</source>
        <translation>{verdict} {number} Änderungen sind angenommen.</translation>
    </message>
    <message>
        <source>{verdict} {number} changes since it was last in order need a hand.</source>
        <translation>{verdict} {number} Änderungen, seit es zuletzt in Ordnung war, sind offen.</translation>
    </message>
    <message>
        <source>{verdict} · checked {day}</source>
        <translation>{verdict} · geprüft am {day}</translation>
    </message>
    <message>
        <source>{verdict} · checked {when}</source>
        <translation>{verdict} · geprüft: {when}</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>“{title}”, {publisher}</source>
        <translation>„{title}“, {publisher}</translation>
    </message>
</context>
</TS>
