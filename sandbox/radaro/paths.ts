/** The prefix of Radaro's key-authenticated API, plain resources included. */
export const API_PATH = '/api/webhooks/';

/** Radaro prints no path for jobs; this one is inferred and stands nowhere else in the sandbox. */
export const JOBS_PATH = `${API_PATH}jobs/`;

export const SUB_BRANDS_PATH = `${API_PATH}sub-brands/`;
export const COMPLETION_CODES_PATH = `${API_PATH}completion-codes/`;
