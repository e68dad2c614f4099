import type { ApiClient } from '../shared/apiClient';
import type { Operation } from '../shared/operation';

/** An operation of the RoutiGo node. */
export type RoutigoOperation = Operation<ApiClient>;
