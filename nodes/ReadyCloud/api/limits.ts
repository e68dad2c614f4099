/** Moderate, as large pages are known to have run into time-outs (docs/vendors.md#readycloud-lists). */
export const PAGE_SIZE = 100;

/** How many entries a drop-down looks at. */
export const MOST_SEARCHED = 300;

/** Every letter that is typed costs some of the 30 reads a minute (docs/vendors.md#readycloud-limits). */
export const PAGES_OF_SEARCH = 3;

/** ReadyCloud's own search for orders gives no more (docs/vendors.md#readycloud-orders). */
export const MOST_ORDERS_FOUND = 70;

/** For the answer to a request about tokens: it comes before the request that needs one. */
export const TOKEN_TIMEOUT_SECONDS = 30;

/** How many renewed tokens are remembered, so that no refresh token is used twice. */
export const MOST_SUCCESSORS = 200;

/** Whoever calls a trigger's URL could otherwise use up the 30 reads that ReadyCloud allows a minute. */
export const TOKENS_READ_EVERY_MS = 60_000;

/** As much of the list of webhooks as one call may cost: what is left is for the workflows. */
export const PAGES_OF_TOKENS = 5;
