import type { ApiClient } from '../../shared/api/apiClient';
import type { Resource } from '../../shared/action/actions';
import { order } from './order';
import { webhook } from './webhook';

/** Everything that the RoutiGo node can do. */
export const ROUTIGO_RESOURCES: ReadonlyArray<Resource<ApiClient>> = [order, webhook];
