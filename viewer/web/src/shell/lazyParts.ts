import { lazy } from '../ui/lazy';

/** What is not on the first page: its code comes once the map stands, or earlier when it is asked for. */
export const PaperDialog = lazy(() => import('../paper/PaperDialog').then((part) => part.PaperDialog), 0);
export const ImportPanel = lazy(() => import('../import/ImportPanel').then((part) => part.ImportPanel), 0);
export const AnalysisPanel = lazy(() => import('../analysis/AnalysisPanel').then((part) => part.AnalysisPanel), 0);
export const EditionsPanel = lazy(() => import('../editions/EditionsPanel').then((part) => part.EditionsPanel), 0);
export const HandoverView = lazy(() => import('../handover/HandoverView').then((part) => part.HandoverView), 8);
export const CompareView = lazy(() => import('../districts/CompareView').then((part) => part.CompareView), 8);
export const DistrictDetail = lazy(() => import('../districts/DistrictDetail').then((part) => part.DistrictDetail), 6);
export const FacilityDetail = lazy(() => import('../facilities/FacilityDetail').then((part) => part.FacilityDetail), 6);
export const MakeLayer = lazy(() => import('../layers/edit/MakeLayer').then((part) => part.MakeLayer), 0);
export const EditLayer = lazy(() => import('../layers/edit/EditLayer').then((part) => part.EditLayer), 0);
export const FeatureDetail = lazy(() => import('../features/FeatureDetail').then((part) => part.FeatureDetail), 6);
export const IncidentDetail = lazy(() => import('../detail/IncidentDetail').then((part) => part.IncidentDetail), 8);
export const ReportForm = lazy(() => import('../report/ReportForm').then((part) => part.ReportForm), 6);
