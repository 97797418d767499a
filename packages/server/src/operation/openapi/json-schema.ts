import { toJsonSchema } from '@valibot/to-json-schema';
import { NAMED_SCHEMAS } from '../../schema/answers/bodies.ts';
import type { Schema } from './route-description.ts';

/** A JSON Schema of the draft that OpenAPI 3.1 uses. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A schema as it stands in the document; what has a name is referred to by it. */
export function jsonSchemaOf(schema: Schema): JsonSchema {
  const { $schema: _draft, $defs: _definitions, ...converted } = convert(schema);
  return converted;
}

/** The schemas that have a name. */
export function namedJsonSchemas(): Readonly<Record<string, JsonSchema>> {
  const { $defs = {} } = convert(NAMED_SCHEMAS.Problem);
  return $defs as Record<string, JsonSchema>;
}

/** Checks and changes of a value have no counterpart in JSON Schema; they are left to the server's own answer. */
function convert(schema: Schema): Record<string, unknown> {
  return toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    errorMode: 'ignore',
    definitions: NAMED_SCHEMAS,
    overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
  }) as Record<string, unknown>;
}
