import { Hono } from 'hono';
import type { Engines } from '../../knowledge/engines.ts';
import { webhookDescriptions } from '../../webhooks/webhook-descriptions.ts';
import { apiDescriptions } from './api-descriptions.ts';
import { docsPage } from './docs-page.ts';
import type { DocumentOptions } from './openapi-document.ts';
import { openApiDocument } from './openapi-document.ts';

/** What the routes need that describe the API. */
export interface ApiRoutesOptions extends DocumentOptions {
  readonly engines: Engines;
}

/** Describes the API: for programs at `/api/openapi.json`, for people at `/docs`. */
export function apiRoutes({ engines, ...options }: ApiRoutesOptions): Hono {
  const described = () => ({
    routes: apiDescriptions(engines.current.knowledge.region.id),
    webhooks: webhookDescriptions,
  });
  let text: string | undefined;
  const app = new Hono();
  app.get('/api/openapi.json', (c) => {
    // Converting takes a while, and nobody may ever ask.
    text ??= JSON.stringify(openApiDocument(described(), options));
    return c.body(text, 200, { 'Content-Type': 'application/json' });
  });
  app.get('/docs', (c) => c.html(docsPage(described(), options)));
  return app;
}
