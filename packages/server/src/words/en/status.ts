/** What a sender may know of a notification. */
export const status = {
  queued: {
    title: 'Queued',
    sentence: 'It was received. It is being checked, or waits for the owner of the site to read it.',
  },
  published: { title: 'Published', sentence: 'It is published.' },
  'not accepted': { title: 'Not accepted', sentence: 'It was not accepted.' },
};
