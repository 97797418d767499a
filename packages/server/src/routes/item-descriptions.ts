import type { RouteDescription } from '../operation/openapi/route-description.ts';
import { itemDescribedSchema, itemsFoundSchema, knowledgeSchema } from '../schema/answers/bodies.ts';
import { itemsQuerySchema } from '../schema/items-query.ts';

const group = { zh: '事项和知识', en: 'Items and knowledge' };

/** The routes of service items and of the knowledge itself. */
export const itemDescriptions: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/api/items',
    group,
    says: { zh: '找事项；不写 q 就列出全部。', en: 'Finds service items; without q, lists them all.' },
    query: itemsQuerySchema,
    answers: {
      200: { says: { zh: '找到的事项，最像的在前。', en: 'What was found, best first.' }, schema: itemsFoundSchema },
    },
    problems: ['invalid-query'],
  },
  {
    method: 'get',
    path: '/api/items/:id',
    group,
    says: { zh: '看一个事项的全部内容和依据。', en: 'Shows a service item with everything it names.' },
    parameters: { id: { zh: '事项的编号。', en: 'Id of the item.' } },
    answers: { 200: { says: { zh: '事项。', en: 'The item.' }, schema: itemDescribedSchema } },
    problems: ['unknown-item'],
  },
  {
    method: 'get',
    path: '/knowledge.json',
    group,
    says: {
      zh: '今天的全部知识，给不连服务器的指南用。',
      en: "Today's compiled knowledge, for guides that run without a server.",
    },
    withoutStorage: true,
    answers: {
      200: { says: { zh: '知识。', en: 'The knowledge.' }, schema: knowledgeSchema },
      304: { says: { zh: '还是同一份（If-None-Match）。', en: 'Still the same (If-None-Match).' } },
    },
    // Where it is a catalogue, larger than memory.
    problems: ['knowledge-is-a-catalogue'],
  },
];
