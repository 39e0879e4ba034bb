/** What was seen lately. */
export interface Memory {
  /** True the first time; then the key is remembered until `most` later ones have come. */
  isNew(key: string): boolean;
}

export function createMemory(most: number): Memory {
  const keys = new Set<string>();
  return {
    isNew(key) {
      if (keys.has(key)) return false;
      keys.add(key);
      // A set keeps the order of insertion: the first is the oldest.
      for (const oldest of keys) {
        if (keys.size <= most) break;
        keys.delete(oldest);
      }
      return true;
    },
  };
}
