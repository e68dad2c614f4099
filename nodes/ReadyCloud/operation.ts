import type { ApiClient } from '../shared/api/apiClient';
import type { Operation } from '../shared/action/operation';

/** An operation of the ReadyCloud node. */
export type ReadyCloudOperation = Operation<ApiClient>;
