import type { ApiClient } from '../shared/api/apiClient';
import type { Operation } from '../shared/action/operation';

/** An operation of the Radaro node. */
export type RadaroOperation = Operation<ApiClient>;
