import type { ApiClient } from '../shared/apiClient';
import type { Operation } from '../shared/operation';

/** An operation of the ReadyCloud node. */
export type ReadyCloudOperation = Operation<ApiClient>;
