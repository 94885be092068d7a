import 'uplot/dist/uPlot.min.css';

/** The chart library; a part of its own, so that only who looks at a chart loads it. */
export { default } from 'uplot';
