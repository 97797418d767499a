import type { ProblemStatusCode } from '../../problem-status.ts';
import type { DescribedAnswer, RouteDescription } from './route-description.ts';

const SIGN_IN_FIRST: DescribedAnswer = {
  says: {
    zh: '用浏览器打开（Accept: text/html），要先登录或者换密码：转到那一页。',
    en: 'Opened in a browser (Accept: text/html) before signing in or choosing a password: on to that page.',
  },
};

/**
 * A route with all that follows from how it is reached: what its body goes through, what a login must show, and the
 * limits in front of it. Rooms describe only what is their own.
 */
export function wholeRoute(route: RouteDescription): RouteDescription {
  const problems = [
    ...route.problems,
    ...bodyProblems(route),
    ...loginProblems(route),
    ...(route.withoutStorage ? [] : (['not-kept'] as const)),
    ...limitProblems(route.path),
    'internal-error' as const,
  ];
  return { ...route, problems: [...new Set(problems)], answers: { ...browserAnswers(route), ...route.answers } };
}

function bodyProblems({ body, form }: RouteDescription): readonly ProblemStatusCode[] {
  if (body) return ['malformed-json', 'body-too-large', 'unsupported-media-type', 'invalid-body'];
  return form ? ['body-too-large'] : [];
}

/** Whoever must choose a password first may do that and sign out, and nothing else. */
const BEFORE_A_PASSWORD = ['/password', '/sign-out'];

function loginProblems({ access, method, path }: RouteDescription): readonly ProblemStatusCode[] {
  if (access !== 'clerk' && access !== 'channel-key') return [];
  return [
    'sign-in-required',
    ...(BEFORE_A_PASSWORD.includes(path) ? [] : (['password-change-required'] as const)),
    ...(method === 'get' ? [] : (['forged-request'] as const)),
  ];
}

/** In the order of the middleware of app.ts. */
function limitProblems(path: string): readonly ProblemStatusCode[] {
  if (path.startsWith('/api/')) return ['too-fast', 'too-busy'];
  return path.startsWith('/n/') || path.startsWith('/sign-in') ? ['too-fast'] : [];
}

/** A person who opens an address in a browser is not shown a problem. */
function browserAnswers({ access, method }: RouteDescription): RouteDescription['answers'] {
  return access === 'clerk' && method === 'get' ? { 303: SIGN_IN_FIRST } : {};
}
