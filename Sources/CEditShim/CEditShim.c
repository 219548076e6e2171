#define _GNU_SOURCE
#include "CEditShim.h"

#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

void cedit_use_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (MB_CUR_MAX == 1) setlocale(LC_CTYPE, "C.UTF-8");
}

int cedit_character_width(wchar_t character) { return wcwidth(character); }

EditLine *cedit_open(const char *program) {
  return el_init(program, stdin, stdout, stderr);
}

// libedit's functions take wide strings once one of them was used wide; the names here are ASCII.
static wchar_t *widen(const char *text) {
  size_t count = strlen(text);
  wchar_t *wide = malloc((count + 1) * sizeof *wide);
  if (wide == NULL) abort();
  for (size_t index = 0; index <= count; index++) wide[index] = (unsigned char)text[index];
  return wide;
}

int cedit_set_int(EditLine *edit, int option, int value) { return el_wset(edit, option, value); }

int cedit_set_key_map(EditLine *edit, const char *name) {
  wchar_t *wide = widen(name);
  int result = el_wset(edit, EL_EDITOR, wide);
  free(wide);
  return result;
}

int cedit_is_vi(EditLine *edit) {
  const wchar_t *name = NULL;
  return el_wget(edit, EL_EDITOR, &name) == 0 && name != NULL && name[0] == L'v';
}

int cedit_set_prompt(EditLine *edit, cedit_prompt prompt, wchar_t invisible) {
  return el_wset(edit, EL_PROMPT_ESC, prompt, (int)invisible);
}

int cedit_set_reader(EditLine *edit, cedit_reader reader) {
  return el_wset(edit, EL_GETCFN, reader);
}

int cedit_set_data(EditLine *edit, void *data) { return el_wset(edit, EL_CLIENTDATA, data); }

void *cedit_data(EditLine *edit) {
  void *data = NULL;
  el_wget(edit, EL_CLIENTDATA, &data);
  return data;
}

int cedit_add_function(
    EditLine *edit, const char *name, const char *help, cedit_function function) {
  return el_wset(edit, EL_ADDFN, widen(name), widen(help), function);
}

int cedit_bind(EditLine *edit, const char *key, const char *function) {
  wchar_t *wide_key = widen(key);
  wchar_t *wide_function = widen(function);
  int result = el_wset(edit, EL_BIND, wide_key, wide_function, NULL);
  free(wide_key);
  free(wide_function);
  return result;
}

int cedit_refresh(EditLine *edit) { return el_wset(edit, EL_REFRESH); }

int cedit_set_history(EditLine *edit, HistoryW *history) {
  return el_wset(edit, EL_HIST, history_w, history);
}

int cedit_history_set_int(HistoryW *history, int option, int value) {
  HistEventW event;
  return history_w(history, &event, option, value);
}

int cedit_history_enter(HistoryW *history, const wchar_t *entry) {
  HistEventW event;
  return history_w(history, &event, H_ENTER, entry);
}

void cedit_write(const void *bytes, size_t count) {
  fwrite(bytes, 1, count, stdout);
  fflush(stdout);
}

void cedit_window_size(int *rows, int *columns) {
  struct winsize size;
  int known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0;
  *rows = known ? size.ws_row : 24;
  *columns = known ? size.ws_col : 80;
}

static volatile sig_atomic_t routes[NSIG];
static struct sigaction previous[NSIG];

static void route(int signal) {
  int saved = errno;
  unsigned char byte = (unsigned char)signal;
  // A full pipe drops the byte: whoever reads it has enough to look at already.
  ssize_t written = write((int)routes[signal], &byte, 1);
  (void)written;
  errno = saved;
}

int cedit_route_signal(int signal, int descriptor) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = route;
  action.sa_flags = SA_RESTART;
  routes[signal] = descriptor;
  return sigaction(signal, &action, &previous[signal]);
}

int cedit_restore_signal(int signal) { return sigaction(signal, &previous[signal], NULL); }
