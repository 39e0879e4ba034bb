/** What happened to a mention or a delivery, and what went over the wire. */
export const trace = {
  whatHappened: 'What happened',
  wire: 'What was sent and answered',
  wireNote:
    'The beginning of each request and answer, as text. Secrets in them are hidden; of an answer the first KiB is kept.',
};
