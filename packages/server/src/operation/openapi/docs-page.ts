import { html } from 'hono/html';
import { jsonSchemaOf } from './json-schema.ts';
import type { DocumentOptions } from './openapi-document.ts';
import { openApiPath } from './openapi-document.ts';
import type { Access, Bilingual, RouteDescription } from './route-description.ts';

type Html = ReturnType<typeof html>;

const ACCESS: Readonly<Record<Access, Bilingual>> = {
  open: { zh: '谁都可以用', en: 'Open' },
  link: { zh: '凭市民自己的链接', en: "By the citizen's own link" },
  clerk: { zh: '登录以后', en: 'Signed in' },
  'channel-key': { zh: '登录以后，或凭渠道密钥', en: "Signed in, or by a channel's key" },
  'metrics-token': { zh: '凭指标密钥，或在本机', en: 'By the metrics token, or from this machine' },
};

/** The API for people: the same descriptions as the document, on one page without script. */
export function docsPage(routes: readonly RouteDescription[], { version }: DocumentOptions): Html {
  const groups = [...new Set(routes.map(({ group }) => group.zh))];
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>接口说明 API - 一趟清 OneTrip</title>
        <link rel="icon" href="/emblem.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/site.css" />
        <link rel="stylesheet" href="/docs.css" />
      </head>
      <body>
        <main class="wide api">
          <h1>接口说明 <span lang="en">API</span></h1>
          <p>
            版本 ${version}。程序可以读同样内容的 <a href="/api/openapi.json">OpenAPI 3.1 文档</a>。出错时返回
            application/problem+json（RFC 9457），code 不会变。
          </p>
          <p lang="en">
            Version ${version}. Programs read the same as an <a href="/api/openapi.json">OpenAPI 3.1 document</a>.
            Failures are application/problem+json (RFC 9457) with a code that does not change.
          </p>
          ${groups.map((name) => groupSection(routes.filter(({ group }) => group.zh === name)))}
        </main>
      </body>
    </html>`;
}

function groupSection(routes: readonly RouteDescription[]): Html {
  const [first] = routes;
  return html`<section>
    <h2>${first?.group.zh} <span lang="en">${first?.group.en}</span></h2>
    ${routes.map(routeArticle)}
  </section>`;
}

function routeArticle(route: RouteDescription): Html {
  const access = ACCESS[route.access ?? 'open'];
  return html`<article>
    <h3><code>${route.method.toUpperCase()} ${openApiPath(route.path)}</code></h3>
    <p>${route.says.zh}</p>
    <p lang="en">${route.says.en}</p>
    <dl>
      <dt>谁能用 <span lang="en">Access</span></dt>
      <dd>${access.zh} <span lang="en">${access.en}</span></dd>
      ${Object.entries(route.parameters ?? {}).map(
        ([name, says]) =>
          html`<dt><code>${name}</code></dt>
            <dd>${says.zh} <span lang="en">${says.en}</span></dd>`,
      )}
      ${Object.entries(route.answers).map(
        ([status, { says }]) =>
          html`<dt>${status}</dt>
            <dd>${says.zh} <span lang="en">${says.en}</span></dd>`,
      )}
      ${
        route.problems.length === 0
          ? ''
          : html`<dt>出错 <span lang="en">Problems</span></dt>
              <dd>${route.problems.map((code) => html`<code>${code}</code> `)}</dd>`
      }
    </dl>
    ${bodyDetails(route)}
  </article>`;
}

function bodyDetails({ query, body }: RouteDescription): Html | '' {
  const schema = body ?? query;
  if (!schema) return '';
  return html`<details>
    <summary>${body ? '请求正文 Request body' : '查询参数 Query'}（JSON Schema）</summary>
    <pre tabindex="0">${JSON.stringify(jsonSchemaOf(schema), null, 2)}</pre>
  </details>`;
}
