export interface JobTable {
  id: number;
  kind: string;
  subject: string;
  groupName: string;
  /** Whose work it is; `''` for the house's. */
  site: string;
  startAfter: number;
  attempts: number;
  leasedUntil: number | null;
  /**
   * How often the job was begun with nothing beside it since the last time a worker gave it back: the lease ran out each
   * time but the last.
   */
  lostLeases: number;
  /** In what company it was taken over last (`TakenOver`) since a worker gave it back; `null` when it was not. */
  takenOver: string | null;
  /** Number of the last claim; never set back. */
  lease: number;
  /** Set when the job was enqueued again while it ran: then it stays when it is finished. */
  againAt: number | null;
}

/** One row for each group that has a job: claiming reads the heads of the lines, however long the lines are. */
export interface JobGroupTable {
  kind: string;
  name: string;
  /** When its first job may start, or when the lease of the one that runs is over. */
  readyAt: number;
  leasedJob: string | null;
  /** Of its first job. */
  site: string;
}

export interface DeadJobTable {
  kind: string;
  subject: string;
  groupName: string;
  attempts: number;
  reason: string;
  at: number;
}
