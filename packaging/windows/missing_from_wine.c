/* For tests under wine only: what Qt asks Windows for and wine 8 does not have. One file, built
   twice. Every converter of ICU is "not available", every colour profile "not there". Never shipped. */

#define EXPORTED __declspec(dllexport)
enum { FILE_ACCESS_ERROR = 4 }; /* ICU's U_FILE_ACCESS_ERROR */

#ifdef ICUUC
static void *refuse(int *error)
{
    if (error)
        *error = FILE_ACCESS_ERROR;
    return 0;
}
EXPORTED void *ucnv_open(const char *name, int *error) { return refuse(error); }
EXPORTED const char *ucnv_getName(void *converter, int *error) { return refuse(error); }
EXPORTED const char *ucnv_getStandardName(const char *a, const char *b, int *error) { return refuse(error); }
EXPORTED int ucnv_toUCountPending(void *converter, int *error) { refuse(error); return 0; }
EXPORTED int ucnv_fromUCountPending(void *converter, int *error) { refuse(error); return 0; }
EXPORTED void ucnv_fromUnicode(void *c, void *t, void *tl, void *s, void *sl, int *o, char f, int *error) { refuse(error); }
EXPORTED void ucnv_toUnicode(void *c, void *t, void *tl, void *s, void *sl, int *o, char f, int *error) { refuse(error); }
EXPORTED int ucnv_countAvailable(void) { return 0; }
EXPORTED const char *ucnv_getAvailableName(int number) { return 0; }
EXPORTED signed char ucnv_getMaxCharSize(void *converter) { return 1; }
EXPORTED void ucnv_close(void *converter) {}
EXPORTED void ucnv_reset(void *converter) {}
EXPORTED void ucnv_getToUCallBack(void *c, void **action, void **context) {}
EXPORTED void ucnv_getFromUCallBack(void *c, void **action, void **context) {}
EXPORTED void ucnv_setToUCallBack(void *c, void *n, void *nc, void **o, void **oc, int *error) {}
EXPORTED void ucnv_setFromUCallBack(void *c, void *n, void *nc, void **o, void **oc, int *error) {}
EXPORTED void ucnv_cbToUWriteUChars(void *a, void *s, int length, int o, int *error) {}
EXPORTED void ucnv_cbFromUWriteUChars(void *a, void *s, void *length, int o, int *error) {}
EXPORTED void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
EXPORTED void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
#endif

#ifdef MSCMS
EXPORTED int GetColorProfileFromHandle(void *profile, unsigned char *data, unsigned *size) { return 0; }
EXPORTED int CloseColorProfile(void *profile) { return 1; }
EXPORTED void *WcsCreateIccProfile(void *profile, unsigned options) { return 0; }
EXPORTED void *OpenColorProfileW(void *profile, unsigned a, unsigned b, unsigned c) { return 0; }
#endif
