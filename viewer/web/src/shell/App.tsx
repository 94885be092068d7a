import { useRef } from 'preact/hooks';
import { analysisJob } from '../analysis/analysisJob';
import { editionsOpen } from '../editions/editionsPanel';
import { StaleBanner } from '../connection/StaleBanner';
import { DistrictList } from '../districts/DistrictList';
import { FacilityList } from '../facilities/FacilityList';
import { EditBar } from '../features/EditBar';
import { DropZone } from '../import/DropZone';
import { importJob } from '../import/importJob';
import { IncidentList } from '../list/IncidentList';
import { LayerPanel } from '../layers/LayerPanel';
import { MapCards } from '../map/MapCards';
import { MapControls } from '../map/MapControls';
import { mapFailed } from '../map/mapHandle';
import { MapView } from '../map/MapView';
import { ToolBar } from '../map/ToolBar';
import { PrintSheet } from '../print/PrintSheet';
import { paperOpen } from '../paper/paperState';
import { cityError, info, loadCity } from '../state/city';
import { narrow } from '../state/layout';
import { words } from '../state/prefs';
import { asOf, detail, sheet, view } from '../state/view';
import { PastBanner } from '../time/PastBanner';
import { TimeBar } from '../time/TimeBar';
import { ErrorState } from '../ui/ErrorState';
import { HelpDialog } from './HelpDialog';
import {
  AnalysisPanel, DistrictDetail, EditionsPanel, FacilityDetail, FeatureDetail, HandoverView, ImportPanel, IncidentDetail, PaperDialog, ReportForm,
} from './lazyParts';
import { Rail } from './Rail';
import { SidePanel } from './SidePanel';
import { Toasts } from './Toasts';
import { TopBar } from './TopBar';
import { WhoActsDialog } from './WhoActsDialog';

/** The console: the map fills the window, everything else lies beside or over it. */
export function App() {
  const w = words.value;
  return (
    <div class={`app${asOf.value ? ' app-past' : ''}${narrow.value && sheet.value === 'full' ? ' app-covered' : ''}`}>
      <a class="skip" href="#list">{w.skipToList}</a>
      <a class="skip" href="#map">{w.skipToMap}</a>
      <PrintSheet />
      <TopBar />
      <StaleBanner />
      <PastBanner />
      {narrow.value && <TimeBar />}
      <div class="stage">
        <Rail />
        <div class="map-area">
          <MapView />
          {cityError.value !== null && !info.value && <div class="map-message"><ErrorState error={cityError.value} retry={() => void loadCity()} /></div>}
          {mapFailed.value && <div class="map-message"><p>{w.errors.mapFailed}</p></div>}
          <MapControls />
          <MapCards />
          <ToolBar />
          <EditBar />
          <LayerPanel />
          {importJob.value && <ImportPanel />}
          {analysisJob.value && <AnalysisPanel />}
          {editionsOpen.value && <EditionsPanel />}
          <DropZone />
          <SidePanel list={<CurrentList />} over={<CurrentDetail />} />
          <Toasts />
        </div>
      </div>
      {!narrow.value && <TimeBar />}
      <HelpDialog />
      <WhoActsDialog />
      <Paper />
    </div>
  );
}

function CurrentList() {
  if (view.value === 'districts') return <DistrictList />;
  if (view.value === 'facilities') return <FacilityList />;
  if (view.value === 'handover') return <HandoverView />;
  return <IncidentList />;
}

function CurrentDetail() {
  const open = detail.value;
  switch (open?.kind) {
    case 'incident': return <IncidentDetail id={open.id} key={open.id} />;
    case 'district': return <DistrictDetail id={open.id} key={open.id} />;
    case 'facility': return <FacilityDetail id={open.id} key={open.id} />;
    case 'feature': return <FeatureDetail id={open.id} key={open.id} />;
    case 'report': return <ReportForm />;
    default: return null;
  }
}

/** Stays once it was opened: a dialog gives the focus back when it closes. */
function Paper() {
  const opened = useRef(false);
  opened.current ||= paperOpen.value;
  return opened.current ? <PaperDialog /> : null;
}
