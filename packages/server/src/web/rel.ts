/** For every link to a stranger's page: no reward for spam, no handle on our window. Owners still see their visitors. */
export const REL = 'nofollow ugc noopener';
