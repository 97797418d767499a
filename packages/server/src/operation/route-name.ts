import type { Context } from 'hono';
import { routePath } from 'hono/route';

/**
 * The route that answered, as it is written in the code: `/api/consultations/:id/turns`. Never the path itself, which
 * may hold a token. All pages and files that need no name of their own are `page`; what leads nowhere is `none`.
 */
export function routeName(c: Context): string {
  const pattern = routePath(c);
  if (pattern === '' || pattern.endsWith('*')) return 'none';
  return pattern.startsWith('/api/') || pattern.includes(':') || OWN_NAME.has(pattern) ? pattern : 'page';
}

const OWN_NAME: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics', '/docs', '/knowledge.json']);
