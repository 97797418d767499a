import { html } from 'hono/html';
import type { ProblemStatusCode } from '../../problem-status.ts';
import { PROBLEM_STATUS } from '../../problem-status.ts';
import { problemTextEn } from '../../text/problem-text-en.ts';
import { problemTextZh } from '../../text/problem-text-zh.ts';
import type { JsonSchema } from './json-schema.ts';
import { jsonSchemaOf, namedJsonSchemas } from './json-schema.ts';
import type { Described, DocumentOptions } from './openapi-document.ts';
import { openApiPath } from './openapi-document.ts';
import type {
  Access,
  Bilingual,
  DescribedAnswer,
  RouteDescription,
  Schema,
  WebhookDescription,
} from './route-description.ts';

type Html = ReturnType<typeof html>;

const ACCESS: Readonly<Record<Access, Bilingual>> = {
  open: { zh: '谁都可以用', en: 'Open' },
  link: { zh: '凭市民自己的链接', en: "By the citizen's own link" },
  clerk: { zh: '登录以后', en: 'Signed in' },
  'channel-key': { zh: '登录以后，或凭渠道密钥', en: "Signed in, or by a channel's key" },
  'metrics-token': { zh: '凭指标密钥，或在本机', en: 'By the metrics token, or from this machine' },
};

/** The API for people: the same descriptions as the document, on one page without script. */
export function docsPage({ routes, webhooks }: Described, { version }: DocumentOptions): Html {
  const groups = [...new Map([...routes, ...webhooks].map(({ group }) => [group.en, group])).values()];
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
            application/problem+json（RFC 9457），code 不会变，<a href="#problems">全部列在最后</a>。
          </p>
          <p lang="en">
            Version ${version}. Programs read the same as an <a href="/api/openapi.json">OpenAPI 3.1 document</a>.
            Failures are application/problem+json (RFC 9457) with a code that does not change;
            <a href="#problems">the last section</a> lists them all.
          </p>
          <nav aria-label="目录 Contents">
            <ul>
              ${[...groups, PROBLEMS, SHAPES].map((group) => html`<li><a href="#${idOf(group)}">${both(group)}</a></li>`)}
            </ul>
          </nav>
          ${groups.map((group) => groupSection(group, { routes, webhooks }))}${problemSection()}${shapeSection()}
        </main>
      </body>
    </html>`;
}

const PROBLEMS: Bilingual = { zh: '出错代码', en: 'Problems' };
const SHAPES: Bilingual = { zh: '共用的结构', en: 'Schemas' };

function both({ zh, en }: Bilingual): Html {
  return html`${zh} <span lang="en">${en}</span>`;
}

function idOf({ en }: Bilingual): string {
  return en.toLowerCase().replace(/\W+/g, '-');
}

function groupSection(group: Bilingual, { routes, webhooks }: Described): Html {
  const within = <T extends { readonly group: Bilingual }>(all: readonly T[]): readonly T[] =>
    all.filter((one) => one.group.en === group.en);
  return html`<section id="${idOf(group)}">
    <h2>${both(group)}</h2>
    ${within(routes).map(routeArticle)}${within(webhooks).map(webhookArticle)}
  </section>`;
}

function routeArticle(route: RouteDescription): Html {
  return html`<article>
    <h3>
      <code><b>${route.method.toUpperCase()}</b> ${openApiPath(route.path)}</code>
    </h3>
    ${sentences(route.says)}
    <dl>
      <dt>${both({ zh: '谁能用', en: 'Access' })}</dt>
      <dd>${both(ACCESS[route.access ?? 'open'])}</dd>
      ${named(route.parameters ?? {})} ${Object.entries(route.answers).map(answerTerm)} ${problemList(route.problems)}
    </dl>
    ${bodyDetails(route)}${answerDetails(route)}
  </article>`;
}

function webhookArticle({ name, says, headers, body }: WebhookDescription): Html {
  return html`<article>
    <h3>
      <code><b>POST</b> WEBHOOK_URL</code> <code>${name}</code>
    </h3>
    ${sentences(says)}
    <dl>
      ${named(headers)} ${term(html`<b>2xx</b>`, { zh: '收下了。', en: 'Taken.' })}
      ${term(both({ zh: '其他', en: 'Else' }), { zh: '没有收下，过些时候再送。', en: 'Not taken; tried again later.' })}
    </dl>
    ${schemaDetails({ zh: '正文', en: 'Body' }, body)}
  </article>`;
}

function sentences({ zh, en }: Bilingual): Html {
  return html`<p>${zh}</p>
    <p lang="en">${en}</p>`;
}

function named(parts: Readonly<Record<string, Bilingual>>): readonly Html[] {
  return Object.entries(parts).map(([name, says]) => term(html`<code>${name}</code>`, says));
}

function answerTerm([status, { says, types = [] }]: readonly [status: string, answer: DescribedAnswer]): Html {
  return html`<dt><b>${status}</b></dt>
    <dd>${both(says)} ${types.map((type) => html`<code>${type}</code> `)}</dd>`;
}

function term(name: Html, says: Bilingual): Html {
  return html`<dt>${name}</dt>
    <dd>${both(says)}</dd>`;
}

/** Only what is the route's own; what any of them may answer stands with the codes. */
function problemList(codes: readonly ProblemStatusCode[]): Html | '' {
  if (codes.length === 0) return '';
  return html`<dt>${both(PROBLEMS)}</dt>
    <dd>${codes.map((code) => html`<a href="#${code}"><code>${code}</code></a> `)}</dd>`;
}

function bodyDetails({ query, body, form }: RouteDescription): readonly (Html | '')[] {
  return [
    query ? schemaDetails({ zh: '查询参数', en: 'Query' }, query) : '',
    body ? schemaDetails({ zh: '请求正文', en: 'Request body' }, body) : '',
    form ? schemaDetails({ zh: '请求正文，网页表单', en: 'Request body, a form' }, form) : '',
  ];
}

/** Answers of one schema are shown once. */
function answerDetails({ answers }: RouteDescription): readonly Html[] {
  const bySchema = new Map<Schema, string[]>();
  for (const [status, { schema }] of Object.entries(answers)) {
    if (schema) bySchema.set(schema, [...(bySchema.get(schema) ?? []), status]);
  }
  return [...bySchema].map(([schema, statuses]) => {
    const which = statuses.join(', ');
    return schemaDetails({ zh: `回答正文 ${which}`, en: 'Answer' }, schema);
  });
}

function schemaDetails(title: Bilingual, schema: Schema): Html {
  return html`<details>
    <summary>${both(title)}（JSON Schema）</summary>
    ${schemaText(jsonSchemaOf(schema))}
  </details>`;
}

const REFERENCE = /"#\/components\/schemas\/(\w+)"/;

/** What has a name leads to where it stands. */
function schemaText(schema: JsonSchema): Html {
  // Every other part is a name, as the pattern holds one group.
  const parts = JSON.stringify(schema, null, 2).split(REFERENCE);
  const linked = parts.map((part, place) => (place % 2 === 0 ? part : html`<a href="#${part}">${part}</a>`));
  return html`<pre>${linked}</pre>`;
}

function shapeSection(): Html {
  return html`<section id="${idOf(SHAPES)}">
    <h2>${both(SHAPES)}</h2>
    ${Object.entries(namedJsonSchemas()).map(
      ([name, schema]) =>
        html`<details id="${name}">
          <summary><code>${name}</code>（JSON Schema）</summary>
          ${schemaText(schema)}
        </details>`,
    )}
  </section>`;
}

/** When a code may come without its route saying so: see `wholeRoute`. */
const ANYWHERE: Partial<Readonly<Record<ProblemStatusCode, Bilingual>>> = {
  'malformed-json': { zh: '凡有 JSON 正文的。', en: 'Wherever there is a JSON body.' },
  'unsupported-media-type': { zh: '凡有 JSON 正文的。', en: 'Wherever there is a JSON body.' },
  'invalid-body': { zh: '凡有 JSON 正文的。', en: 'Wherever there is a JSON body.' },
  'body-too-large': { zh: '凡有正文的。', en: 'Wherever there is a body.' },
  'sign-in-required': {
    zh: '凡要登录的；用浏览器打开，转到登录页（303）。',
    en: 'Wherever one must sign in; a browser is sent to that page (303).',
  },
  'password-change-required': {
    zh: '凡要登录的；用浏览器打开，转到改密码的页面（303）。',
    en: 'Wherever one must sign in; a browser is sent to that page (303).',
  },
  'forged-request': { zh: '凡登录以后改动内容的。', en: 'Wherever somebody signed in changes something.' },
  'too-fast': { zh: '/api、/n、/sign-in 下面。', en: 'Below /api, /n and /sign-in.' },
  'too-busy': { zh: '/api 下面。', en: 'Below /api.' },
  'not-kept': { zh: '凡用到数据库的。', en: 'Wherever the database is needed.' },
  'internal-error': { zh: '都可能。', en: 'Anywhere.' },
};

function problemSection(): Html {
  const codes = Object.entries(PROBLEM_STATUS) as readonly (readonly [ProblemStatusCode, number])[];
  return html`<section id="problems">
    <h2>${both(PROBLEMS)}</h2>
    ${sentences({
      zh: '每个接口只写了自己特有的代码；下面写明“凡……”的，不再一一写出。',
      en: 'Each route names only the codes that are its own; those with a note below are not repeated there.',
    })}
    <dl class="codes">
      ${codes.map(
        ([code, status]) =>
          html`<dt id="${code}"><b>${String(status)}</b> <code>${code}</code></dt>
            <dd>
              ${both({ zh: problemTextZh[code].title, en: problemTextEn[code].title })}${anywhere(ANYWHERE[code])}
            </dd>`,
      )}
    </dl>
    <p><a href="#Problem">${both({ zh: '正文', en: 'Body' })}</a></p>
  </section>`;
}

function anywhere(where: Bilingual | undefined): Html | '' {
  return where ? html`<br /><i>${both(where)}</i>` : '';
}
