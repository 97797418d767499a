/**
 * The path of a citizen's own link as routes name it: `/n/<token>`, with `.txt` or `.ics` at the end where there is a
 * file. All routes below `/n/` say it alike, since only then does Hono's quick router serve the server's paths.
 */
export const NOTICE_PATH = '/n/:token{[\\w-]{22}(?:\\.(?:txt|ics))?}';
