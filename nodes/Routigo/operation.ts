import type { ApiClient } from '../shared/api/apiClient';
import type { Operation } from '../shared/action/operation';

/** An operation of the RoutiGo node. */
export type RoutigoOperation = Operation<ApiClient>;
