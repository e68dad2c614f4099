import type { ApiClient } from '../shared/api/apiClient';
import type { Operation } from '../shared/action/operation';

/** An operation of the Detrack node. */
export type DetrackOperation = Operation<ApiClient>;
