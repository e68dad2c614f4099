/** Moderate, as large pages are known to have run into time-outs (docs/vendors.md#readycloud-lists). */
export const PAGE_SIZE = 100;

/** How many entries a drop-down looks at. */
export const MOST_SEARCHED = 300;

/** Every letter that is typed costs some of the 30 reads a minute (docs/vendors.md#readycloud-limits). */
export const PAGES_OF_SEARCH = 3;

/** ReadyCloud's own search for orders gives no more (docs/vendors.md#readycloud-orders). */
export const MOST_ORDERS_FOUND = 70;

/** For all questions whether a token is still taken, before a request that needs one. */
export const TOKEN_QUESTION_SECONDS = 10;

/** For the renewal of a token after that. It is not cut short: the old refresh token is used up by it. */
export const RENEWAL_SECONDS = 20;

/** How many renewed tokens are remembered, so that no refresh token is used twice. */
export const MOST_SUCCESSORS = 200;

/**
 * How often the tokens of a trigger's webhooks are read again, once for calls that anybody may have
 * sent and once for likely ones. Whoever calls a trigger's URL could otherwise use up the 30 reads that
 * ReadyCloud allows a minute; of these, both together cost a third.
 */
export const READINGS_AT_ONCE = 5;
export const READINGS_EVERY_MS = 12_000;

/** For how long a token is not asked for again that the list did not have, and for how many. */
export const TOLD_FOR_MS = 60_000;
export const MOST_TOLD = 1000;

/** As much of the list of webhooks as one call may cost: what is left is for the workflows. */
export const PAGES_OF_TOKENS = 5;
