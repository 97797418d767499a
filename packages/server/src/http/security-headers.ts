import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/**
 * Tells browsers to run nothing but our own files, and to turn no text into script.
 *
 * `lit-html` is the one Trusted Types policy: lit makes its templates through it.
 */
export function securityHeaders(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'self'"],
      formAction: ["'self'"],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ['lit-html'],
    },
    referrerPolicy: 'strict-origin-when-cross-origin',
    permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [] },
    // Whether a site is reached by HTTPS only is for whoever puts TLS in front of it to say.
    strictTransportSecurity: false,
    // Obsolete: browsers without CSP are gone.
    xXssProtection: false,
  });
}
