import { aliveSchema, apiDescribedSchema, readySchema, unreadySchema } from '../schema/answers/bodies.ts';
import type { RouteDescription } from './openapi/route-description.ts';

const group = { zh: '运维', en: 'Operation' };

/** The routes for operators, and those that describe the API itself. */
export const operationDescriptions: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/healthz',
    group,
    withoutStorage: true,
    says: { zh: '进程是否活着。', en: 'Whether the process lives.' },
    answers: { 200: { says: { zh: '活着。', en: 'It lives.' }, schema: aliveSchema } },
    problems: [],
  },
  {
    method: 'get',
    path: '/readyz',
    group,
    withoutStorage: true,
    says: { zh: '现在能不能接请求。', en: 'Whether it can take requests now.' },
    answers: {
      200: { says: { zh: '能。', en: 'It can.' }, schema: readySchema },
      503: { says: { zh: '不能，以及原因。', en: 'It cannot, and why.' }, schema: unreadySchema },
    },
    problems: [],
  },
  {
    method: 'get',
    path: '/metrics',
    group,
    withoutStorage: true,
    says: { zh: 'Prometheus 的指标。', en: 'Figures for Prometheus.' },
    access: 'metrics-token',
    answers: { 200: { says: { zh: '指标。', en: 'The figures.' }, types: ['text/plain'] } },
    problems: ['not-found'],
  },
  {
    method: 'get',
    path: '/api/openapi.json',
    group,
    withoutStorage: true,
    says: { zh: '这份接口说明，给程序读。', en: 'This description of the API, for programs.' },
    answers: {
      200: { says: { zh: 'OpenAPI 3.1 文档。', en: 'An OpenAPI 3.1 document.' }, schema: apiDescribedSchema },
    },
    problems: [],
  },
  {
    method: 'get',
    path: '/docs',
    group,
    withoutStorage: true,
    says: { zh: '这份接口说明，给人读。', en: 'This description of the API, for people.' },
    answers: { 200: { says: { zh: '网页。', en: 'A page.' }, types: ['text/html'] } },
    problems: [],
  },
];
