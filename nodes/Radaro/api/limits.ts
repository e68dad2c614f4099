/** How many entries a page is asked to hold. */
export const PAGE_SIZE = 100;

/** A search term that fits little must not read the whole list at every letter. */
export const PAGES_OF_SEARCH = 5;
