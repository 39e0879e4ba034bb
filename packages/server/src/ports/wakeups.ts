/**
 * Word between the processes of one store that something was put into the queue. It only makes haste: whoever hears
 * nothing looks at the queue by himself all the same, so words may be lost, come twice, or come for nothing.
 */
export interface Wakeups {
  /**
   * Calls back soon after another process has committed something that is due, many of them as one. Answers how to end
   * it; ending it twice is fine.
   */
  hear(onDue: () => void): () => void;
}
