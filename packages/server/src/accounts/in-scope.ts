/** Where somebody works, or where something happened. */
export interface Scope {
  readonly region: string;
  /** Null: every hall of the region, or none in particular. */
  readonly hall: string | null;
}

/** Whether an account reaches what stands in this region and hall; one that is bound to a hall reaches only that hall. */
export function inScope(account: Scope, where: Scope): boolean {
  return account.region === where.region && (account.hall === null || account.hall === where.hall);
}
