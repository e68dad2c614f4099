/** Below the sandbox's `/detrack`. */
export const API_PATH = '/api/v2';
export const JOBS_PATH = `${API_PATH}/dn/jobs`;
