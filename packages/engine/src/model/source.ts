/**
 * How far a source can be trusted. Only `law` (text of a law or regulation) and `official` (a government page)
 * are shown to citizens; what rests on the other two is shown as local: 以当地窗口为准.
 */
export type Grade = 'law' | 'official' | 'third-party' | 'reply';

/** Where a requirement comes from (设定依据). */
export interface Source {
  readonly id: string;
  readonly grade: Grade;
  /** 中华人民共和国居民身份证法 */
  readonly title: string;
  /** 第十一条 */
  readonly article?: string;
  readonly address?: string;
  /** Date of the text, ISO or as the page gives it; `undated` where it gives none. */
  readonly date: string;
  /** The words that demand it, verbatim. */
  readonly quote?: string;
}
