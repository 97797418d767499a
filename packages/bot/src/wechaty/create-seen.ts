/** Remembers the last ids, to tell a message that came twice from a new one. */
export interface Seen {
  /** Whether this id comes for the first time; from then on it does not. */
  isNew(id: string): boolean;
}

/** Opens a memory of at most `limit` ids; the oldest is forgotten first. */
export function createSeen(limit: number): Seen {
  const ids = new Set<string>();
  return {
    isNew(id) {
      if (ids.has(id)) return false;
      ids.add(id);
      for (const oldest of ids) {
        if (ids.size <= limit) break;
        ids.delete(oldest);
      }
      return true;
    },
  };
}
