import type { ApiClient } from '../../shared/api/apiClient';
import type { Resource } from '../../shared/action/actions';
import { completionCode } from './completionCode';
import { job } from './job';
import { subBrand } from './subBrand';

/** Everything that the Radaro node can do. */
export const RADARO_RESOURCES: ReadonlyArray<Resource<ApiClient>> = [job, subBrand, completionCode];
