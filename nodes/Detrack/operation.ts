import type { ApiClient } from '../shared/apiClient';
import type { Operation } from '../shared/operation';

/** An operation of the Detrack node. */
export type DetrackOperation = Operation<ApiClient>;
