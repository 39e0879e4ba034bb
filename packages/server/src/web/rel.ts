/** For every link to a stranger's page: no reward for spam, no handle on our window. Owners still see their visitors. */
export const REL = 'nofollow ugc noopener';

/** For links to those whom the owner vouches for by a rule. */
export const FOLLOWED_REL = 'noopener';
