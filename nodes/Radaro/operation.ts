import type { ApiClient } from '../shared/apiClient';
import type { Operation } from '../shared/operation';

/** An operation of the Radaro node. */
export type RadaroOperation = Operation<ApiClient>;
