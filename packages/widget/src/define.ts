import './guide/define.ts';
import './desk/define.ts';
