import type { ApiClient } from '../../shared/apiClient';
import type { Resource } from '../../shared/actions';
import { order } from './order';
import { webhook } from './webhook';

/** Everything that the RoutiGo node can do. */
export const ROUTIGO_RESOURCES: ReadonlyArray<Resource<ApiClient>> = [order, webhook];
