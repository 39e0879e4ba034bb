// Loaded before the server, in each of its threads: its clock is ahead of ours by so many milliseconds.
const offset = Number(process.env.CLOCK_OFFSET_MS ?? 0);
const now = Date.now;
Date.now = () => now() + offset;
