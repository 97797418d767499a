/** Only its place; no request goes there. */
const HERE = 'http://here.invalid';

/** A path of our own to go to after signing in; whatever leads elsewhere becomes the desk. */
export function ownPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, HERE)) return '/desk';
  const { origin, pathname, search } = new URL(wanted, HERE);
  // A path that begins with two slashes names another host.
  return origin === HERE && !pathname.startsWith('//') ? pathname + search : '/desk';
}
