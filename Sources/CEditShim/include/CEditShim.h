// Fixed-arity wrappers for what Swift cannot call: libedit's variadic functions, the standard
// streams, and a signal handler. Nothing here decides anything.
//
// Unless a line says otherwise, a function that returns int returns 0, or -1 on failure, and must
// be called on the thread that owns the EditLine.
#pragma once
#include <histedit.h>
#include <stdint.h>
#include <wchar.h>

/// A function that a key can be bound to; returns one of libedit's CC_ results.
typedef unsigned char (*cedit_function)(EditLine *_Nonnull, int32_t);
/// Answers the prompt, which must stay in place until it is asked for again.
typedef const wchar_t *_Nonnull (*cedit_prompt)(EditLine *_Nonnull);
/// Reads one character: 1 on success, 0 at the end of the input, -1 to give the line up.
typedef int (*cedit_reader)(EditLine *_Nonnull, wchar_t *_Nonnull);

/// Makes characters UTF-8, whatever the environment says; touches nothing but LC_CTYPE, since
/// numbers must look the same everywhere.
void cedit_use_utf8(void);
/// How many columns a character takes, -1 where it cannot be shown; any thread may ask.
int cedit_character_width(wchar_t);
/// An editor on the standard streams, or NULL.
EditLine *_Nullable cedit_open(const char *_Nonnull program);

/// Sets an option whose value is an int: EL_SIGNAL, EL_PREP_TERM.
int cedit_set_int(EditLine *_Nonnull, int option, int value);
/// Chooses the key map: "emacs" or "vi".
int cedit_set_key_map(EditLine *_Nonnull, const char *_Nonnull name);
/// 1 where the key map is vi's.
int cedit_is_vi(EditLine *_Nonnull);
/// Sets the prompt; what stands between two `invisible` characters takes no room on the screen.
int cedit_set_prompt(EditLine *_Nonnull, cedit_prompt _Nonnull, wchar_t invisible);
int cedit_set_reader(EditLine *_Nonnull, cedit_reader _Nonnull);
/// Attaches a pointer for the callbacks; cedit_data answers it.
int cedit_set_data(EditLine *_Nonnull, void *_Nonnull);
void *_Nullable cedit_data(EditLine *_Nonnull);
/// Names a function for key bindings. libedit keeps both texts, which are therefore never freed.
int cedit_add_function(
    EditLine *_Nonnull, const char *_Nonnull name, const char *_Nonnull help,
    cedit_function _Nonnull);
/// Binds a key, written as in editrc(5): "^I", "\\e[3~".
int cedit_bind(EditLine *_Nonnull, const char *_Nonnull key, const char *_Nonnull function);
/// Draws prompt and line anew from the cursor's row on.
int cedit_refresh(EditLine *_Nonnull);

/// Attaches a history, which must outlive the EditLine's use of it.
int cedit_set_history(EditLine *_Nonnull, HistoryW *_Nonnull);
/// Sets an option of the history whose value is an int: H_SETSIZE, H_SETUNIQUE.
int cedit_history_set_int(HistoryW *_Nonnull, int option, int value);
/// Adds an entry as the newest; the text is copied.
int cedit_history_enter(HistoryW *_Nonnull, const wchar_t *_Nonnull entry);

/// Writes bytes to standard output, through the stream that libedit draws with, and flushes it.
void cedit_write(const void *_Nonnull bytes, size_t count);
/// The terminal's size, 24 by 80 where it cannot be told; any thread may ask.
void cedit_window_size(int *_Nonnull rows, int *_Nonnull columns);

/// From now on writes `signal` as one byte to a descriptor, from any thread; calls that the signal
/// interrupts go on. Async-signal-safe: the handler only writes.
int cedit_route_signal(int signal, int descriptor);
/// Puts back what handled a routed signal before.
int cedit_restore_signal(int signal);
