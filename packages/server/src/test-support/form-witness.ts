import type { JsonSchema } from '../operation/openapi/json-schema.ts';
import { FORM_TYPE } from '../operation/openapi/openapi-document.ts';
import type { Asked, DocumentSchemas, FoundRoute } from './document-schemas.ts';
import type { PageField, PageForm } from './page-forms.ts';
import { formsOf } from './page-forms.ts';

/** One shape that a form may have: a document writes several as `oneOf`. */
interface Shape {
  readonly at: readonly string[];
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: readonly string[];
}

/**
 * Holds forms against an OpenAPI document: those that pages show, field by field, and those that were sent and taken.
 * Every method answers with what does not fit.
 */
export class FormWitness {
  readonly #schemas: DocumentSchemas;
  readonly #shown = new Set<string>();

  constructor(schemas: DocumentSchemas) {
    this.#schemas = schemas;
  }

  /** Fields the document promises that no page has shown yet: `post /accounts field subject`. */
  get unshown(): readonly string[] {
    const { paths } = this.#schemas.document;
    return Object.entries(paths).flatMap(([template, operations]) =>
      Object.entries(operations).flatMap(([method, operation]) => {
        const names = shapesOf({ template, method, operation }).flatMap(({ properties }) => Object.keys(properties));
        const fields = [...new Set(names)].map((name) => `${method} ${template} field ${name}`);
        return fields.filter((field) => !this.#shown.has(field));
      }),
    );
  }

  /** Judges every form of a page. */
  holdPage(page: string): readonly string[] {
    return formsOf(page).flatMap((form) => {
      const route = this.#schemas.routeOf({ method: form.method, path: form.action });
      if (!route) return [`a form leads to ${form.method} ${form.action}, which is not described`];
      const place = `${form.method} ${route.template}`;
      for (const { name } of form.fields) this.#shown.add(`${place} field ${name}`);
      const wrong = form.method === 'get' ? unknownInQuery(form, route) : this.#misfits(form, route);
      return wrong.map((one) => `the form of ${place}: ${one}`);
    });
  }

  /** Judges a form that was taken: who keeps to the document must be able to send it, with no other fields. */
  holdTaken(asked: Asked, body: string): readonly string[] {
    const sent = new URLSearchParams(body);
    const names = [...new Set(sent.keys())];
    const route = this.#schemas.routeOf(asked);
    const shapes = route ? shapesOf(route) : [];
    if (names.length === 0 && shapes.length === 0) return [];
    const judged = shapes.map((shape) => [
      ...names.filter((name) => !shape.properties[name]).map((name) => `the field ${name} is not described`),
      ...this.#schemas.faults(shape.at, valuesOf(sent, shape)),
    ]);
    const place = route ? `${route.method} ${route.template}` : `${asked.method} ${asked.path}`;
    return nearest(judged, names).map((one) => `${place}: the form that was sent: ${one}`);
  }

  #misfits({ fields }: PageForm, route: FoundRoute): readonly string[] {
    const shapes = shapesOf(route);
    const names = fields.map(({ name }) => name);
    if (names.length === 0 && shapes.length === 0) return [];
    const judged = shapes.map((shape) => [
      ...shape.required.filter((name) => !names.includes(name)).map((name) => `the page has no field ${name}`),
      ...fields.flatMap((field) => this.#misfit(field, shape).map((wrong) => `the field ${field.name} ${wrong}`)),
    ]);
    return nearest(judged, names);
  }

  #misfit({ name, required, maxLength, values }: PageField, shape: Shape): readonly string[] {
    const described = shape.properties[name];
    if (!described) return ['is not described'];
    const wrong = (values ?? []).filter((value) => {
      const sent = described['type'] === 'array' ? [value] : value;
      return this.#schemas.faults([...shape.at, 'properties', name], sent).length > 0;
    });
    const most = described['maxLength'];
    return [
      ...wrong.map((value) => `may be ${JSON.stringify(value)}, which is not described`),
      ...(required && !shape.required.includes(name) ? ['is required by the page alone'] : []),
      ...(values === undefined && maxLength !== most
        ? [`takes ${String(maxLength)} characters, described as ${String(most)}`]
        : []),
    ];
  }
}

function shapesOf({ template, method, operation }: FoundRoute): readonly Shape[] {
  const schema = operation.requestBody?.content[FORM_TYPE]?.schema;
  if (!schema) return [];
  const at = ['paths', template, method, 'requestBody', 'content', FORM_TYPE, 'schema'];
  const oneOf = schema['oneOf'] as readonly JsonSchema[] | undefined;
  const all = oneOf?.map((one, place) => ({ one, at: [...at, 'oneOf', String(place)] })) ?? [{ one: schema, at }];
  return all.map(({ one, at: where }) => ({
    at: where,
    properties: (one['properties'] ?? {}) as Shape['properties'],
    required: (one['required'] ?? []) as Shape['required'],
  }));
}

/** What is wrong by the shape that fits best; without any, every field is one too many. */
function nearest(judged: readonly (readonly string[])[], names: readonly string[]): readonly string[] {
  const none = names.map((name) => `the field ${name} is not described`);
  return [...judged].sort((a, b) => a.length - b.length)[0] ?? none;
}

function unknownInQuery({ fields }: PageForm, { operation }: FoundRoute): readonly string[] {
  const known = (operation.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name);
  return fields.filter(({ name }) => !known.includes(name)).map(({ name }) => `the field ${name} is not described`);
}

/** As OpenAPI reads a form: what comes once for each value is a list. */
function valuesOf(sent: URLSearchParams, { properties }: Shape): object {
  const isList = (name: string): boolean => properties[name]?.['type'] === 'array';
  return Object.fromEntries([...sent.keys()].map((name) => [name, isList(name) ? sent.getAll(name) : sent.get(name)]));
}
