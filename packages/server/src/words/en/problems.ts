/** Pages that stand in the place of another one. In JSON they are English: `error` is the title, in lower case. */
export const problems = {
  notFound: { title: 'Not found', sentence: 'There is nothing at this address.' },
  method: { title: 'Method not allowed', sentence: 'This address answers GET and HEAD only.' },
  internal: (request: string) => ({
    title: 'Internal error',
    sentence: `Something went wrong here, and it was logged. Request ${request}.`,
  }),
  wrongAddress: (desk: string) => ({ title: 'Wrong address', sentence: `This desk answers at ${desk}` }),
  foreign: {
    title: 'Not from this desk',
    sentence: 'The form did not come from a page of this desk. Open the desk again and repeat it there.',
  },
  unreadable: { title: 'Form not readable', sentence: 'The form is too large, or was not sent as a form.' },
  outOfDate: {
    title: 'Form out of date',
    sentence: 'The form belongs to an earlier log-in. Open the page again and repeat it there.',
  },
  spent: {
    title: 'This link is used up',
    sentence:
      'If you have set a password, log in at /admin. If not, start the server again: it prints a new link. If you forgot it, run “hearback user link NAME”.',
  },
  notForYou: {
    title: 'Not for you',
    sentence: 'Your role does not reach this. An owner of this desk can change that, under People.',
  },
  away: { title: 'Not available now', sentence: 'The data cannot be reached at this moment. Try again in a minute.' },
  busy: { title: 'Busy', sentence: 'Too many are logging in at this moment. Try again in a few seconds.' },
  feedAddress: {
    title: 'This feed is closed',
    sentence: 'It opens by its whole address only. Make a new one at /admin/notices.',
  },
};
