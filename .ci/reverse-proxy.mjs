import { addFromDebian, onPath } from './add-from-debian.mjs';

/**
 * Makes sure that the reverse proxy of deploy/ can be tried. Where nginx cannot be had, that one test is left out and
 * says so.
 */
export async function ensureReverseProxy() {
  if (hasNginx()) return;
  await addFromDebian(['nginx-light'], 'the test of deploy/nginx.conf');
  if (!hasNginx()) console.log('There is no nginx here, so nothing is restarted behind a reverse proxy.');
}

function hasNginx() {
  return onPath('nginx').length > 0;
}
