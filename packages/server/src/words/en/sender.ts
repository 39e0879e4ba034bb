import type { SenderReason } from '../../sender-reason.ts';

/** What a sender is told where the owner of the site allows reasons. */
export const sender = {
  received: 'Received.',
  linked: 'The page was read, and it links there.',
  steps: 'What happened',
  todo: 'What you can do',
  reason: {
    checking: {
      title: 'Being checked',
      sentence:
        'It was received. The page that links is read soon; where its server is asked often, that takes up to an hour or longer.',
      todo: 'Nothing: look here again later.',
    },
    published: {
      title: 'Published',
      sentence: 'It is published.',
      todo: 'Nothing.',
    },
    review: {
      title: 'With the owner of the site',
      sentence:
        'The page was read, and it links there. The owner of the site decides what is shown: it is not shown, or not yet.',
      todo: 'Nothing. Sending it again changes nothing.',
    },
    'no-link': {
      title: 'No link found',
      sentence: 'The page was read, and no link to that address was found in it.',
      todo: 'Put the link into the HTML that your server sends, within the first 1 MiB, with the address as it was sent; then send it again.',
    },
    gone: {
      title: 'The page is not there',
      sentence: 'The server of the page answered that it is not there (404 or 410).',
      todo: 'Publish the page, or look whether its address is right; then send it again.',
    },
    'no-page': {
      title: 'Not a page',
      sentence: 'What is at that address is no page that is read for links.',
      todo: 'Send the address of a page in HTML.',
    },
    answered: {
      title: 'No page to read',
      sentence:
        'The server of the page answered, but not with the page: with an error, a form to log in, or a question that only browsers can answer.',
      todo: 'Let programs read the page without a log-in, and send it again. Errors of a server are tried again by themselves.',
    },
    unread: {
      title: 'Not read',
      sentence: 'The page was not read: it could not be reached from here, or it is none that this site takes.',
      todo: 'Look whether everybody can open the page at this address, by http or https on the usual port; then send it again. More is not said to anybody.',
    },
    lost: {
      title: 'The link is gone',
      sentence: 'The link was there, and is not any more.',
      todo: 'Put it back, and send it again.',
    },
  } satisfies Record<SenderReason, { readonly title: string; readonly sentence: string; readonly todo: string }>,
};
