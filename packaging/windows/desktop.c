/* For tests under wine only: has the desktop, and stays. wine ends a desktop a second after the last
   program that uses it; the next one to need it starts another. Never shipped. */

#include <windows.h>

int main(void)
{
    DWORD written;
    GetDesktopWindow();
    WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), "here\n", 5, &written, NULL);
    Sleep(INFINITE);
    return 0;
}
