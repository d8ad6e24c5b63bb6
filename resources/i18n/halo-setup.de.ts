<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Do it for me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open in HaloPSA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the agent to the teams and departments whose records it needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent that the application acts as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent&apos;s permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application&apos;s permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorisation server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. What was found before stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked {number} h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked {number} min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked {number} s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an integration and the wizard leads you through its guide, step by step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an integration to see what you need for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear no&amp;w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue with {number} &amp;left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cop&amp;y without showing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy row as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by the application and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by the instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by the rights of the agent and its roles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by the sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by this workstation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by what the agent may see: teams, departments, customers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Departments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done in the practice instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each follows its vendor&apos;s own guide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each one takes an integration to a proven connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter again: {places}. It was held for an earlier session only, or is no longer in the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter another {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it here to keep it with this setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the {label} first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence and remedy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields of the vendor&apos;s form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished {day} · not proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows from: {requirement}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the word for {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found. Compare with API Details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes straight into the keychain; never shown again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP 200, no rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halo has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halo has: {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HaloPSA API &gt; View Applications &gt; the application &gt; Permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HaloPSA does not tell whether it is granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HaloPSA gave a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HaloPSA has options in this section whose codes are not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HaloPSA not found yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HaloPSA&apos;s API does not show this row: look in HaloPSA, then confirm it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HaloPSA&apos;s answer does not name all of the agent&apos;s memberships</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HaloPSA&apos;s answer does not show the agent&apos;s departments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HaloPSA&apos;s answer does not show the agent&apos;s teams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HaloPSA&apos;s answers do not tell whether it is granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ho&amp;me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold for this &amp;session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I looked: it is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id and secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If HaloPSA has rows here, look at the agent&apos;s teams and departments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If nothing else needs it, take it back on the agent&apos;s Permissions tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If nothing else needs it, untick {scope} on the application&apos;s Permissions tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Halo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It leaves the clipboard again after a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its profile is not on this workstation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in memory until the program is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this setup as it is and show all setups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the application log in as an agent who is an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the application&apos;s Permissions first, then at {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the application&apos;s permissions first, then at the agent&apos;s rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for {scope}, or for a permission that includes it, on the application&apos;s Permissions tab, and untick it if nothing else needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in HaloPSA and confirm it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through the section {section} and confirm it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at HaloPSA…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend {requirement} first, then check again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than the guide asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No integration of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setup on this workstation yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the guide:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known to the wizard: enter it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not proven yet. Choose Check now to try it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet: {number} of {total} are missing, and {unknown} could not be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet: {number} of {total} are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet: {number} of {total} is missing, and {unknown} could not be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet: {number} of {total} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing beyond a HaloPSA sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is missing, but {number} of {total} could not be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is missing; {number} of {total} are confirmed by a person, the rest was checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is missing; {number} of {total} is confirmed by a person, the rest was checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in HaloPSA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the agent&apos;s Departments &amp; Teams tab, choose Edit, add it, and save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the application and set Agent to log in as to “{agent}”. If it is set already, the client id and secret belong to another application: take those of this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the application&apos;s Permissions tab, choose Edit, tick {scope}, and save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the application&apos;s Permissions tab, look at {scope}, confirm it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the application&apos;s Permissions tab, untick {scope}, and save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the setup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a window on a simulated HaloPSA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens {address} in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other screens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays the technician in the practice instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proving the connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record your word that {label} is set in HaloPSA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requirement: {requirement}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resource server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows to fill in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which agent the application should log in as (--agent NAME).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search integrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen: {evidence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set every option of the section {section} to “{value}”, and save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in with client id and secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something answers here, but does not say that it is HaloPSA. Compare with API Details before you go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number} of {count}: {title} · begun {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still needed: {labels}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the secret off the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was not proven. Go to Proof and choose Check now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection works: all {number} requirements are met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection works: the one requirement is met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guide asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guide asks: {asks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guide leaves the name free: say which agent it is (--agent NAME).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest works without it: the application&apos;s rows are then proven by its token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scope is granted, so the agent lacks a right: look at its Permissions tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret is still in the field above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wizard can see agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wizard can see applications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wizard can sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wizard does not have it: enter it at Id and secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the permission on the application&apos;s Permissions tab, and save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do: {remedy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To see it first, practise on a simulated HaloPSA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a setup on a simulated HaloPSA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wizard&apos;s access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working in the practice instance…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your setups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a department without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a team without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agent behind the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agent {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agent “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agents and their permissions can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agents are shown ({number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an administrator sees rows in the same list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered with rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered, and should be refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered, but the agent sees none of the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers with at least one row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applications are shown ({number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as HaloPSA shows the application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least one team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty, or not visible to this agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every option of this section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every option: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>excess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>granted when all was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>granted when exactly the guide&apos;s list was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>granted when it alone was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held in memory for this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is in no team and sees none of the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is in {teams} and sees none of the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept in {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listed when all was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no row of the guide asks for {scope}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no scope of its own is known for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not every option is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not granted when all was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not granted when exactly the guide&apos;s list was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not granted when it alone was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the clipboard for {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of the group is enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>practice instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read from the role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read from {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read through an administrator&apos;s connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read through the integration&apos;s own credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused ({status})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused when asked for alone (invalid_scope)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scope {scope} is granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scope {scope} is granted, though the guide does not ask for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scope {scope} is not granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scope {scope} works through {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the agent of this setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the application holds it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the application shows it ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the application shows it unticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the application&apos;s settings can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token acts as an agent; which agent it should be is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token acts as somebody it does not name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token acts as {agent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token acts as {agent}; which agent it should be is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token acts as “{found}”, not as “{wanted}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the wizard can sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this instance has no such list (404)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try again after {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown: {cause}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown: {what} [{code}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what {agent} has of {right} is not known for sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what {agent} may do could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether scope {scope} is granted is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which right {agent} needs for it is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which teams it is in could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a working token nothing can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>works through {scope}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your HaloPSA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agent} has {right} = {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agent} is an administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agent} is disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{call} fails: {one}; {two}. {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{call} fails: {one}; {two}; {three}. {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{call} fails: {why}. {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} (if there is one)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: {state}, the guide asks {asks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: {state}, the guide asks {asks}, Halo has {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names}, {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} go beyond what the guide asks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} goes beyond what the guide asks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {all} options with a known code are set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{scope} is granted instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}, this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} · {publisher} · seen {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verdict} · finished {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
