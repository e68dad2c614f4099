/** Detrack answers 60 requests a minute, then 429 (docs/vendors.md#detrack-limits). */
export const REQUESTS_PER_MINUTE = 60;

/** As many entries as Detrack gives at once (docs/vendors.md#detrack-paths). */
export const PAGE_SIZE = 100;

/** A list that never ends is no list; those of Detrack may have smaller pages than asked for. */
export const MOST_PAGES = 2000;

/** How many drivers and vehicles a drop-down looks through: 5 pages, as it is read anew at every letter. */
export const MOST_VEHICLES = 500;

/** More than any file server needs. */
export const MOST_REDIRECTS = 5;

/** More than any proof or label, also of 1,000 jobs in one file, and less than fills a server's disk. */
export const MOST_BYTES_IN_FILE = 500_000_000;

/** The most jobs that one export takes (docs/vendors.md#detrack-documents). */
export const MOST_JOBS_IN_EXPORT = 1000;

/** Seconds between two questions for an export: growing, so that a short one is soon there. */
export const EXPORT_PAUSES = [1, 2, 3, 5];
