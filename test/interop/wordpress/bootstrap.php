<?php
// WordPress on the command line: it reads its own address from a request, which is made up here.
$_SERVER['HTTP_HOST']       = preg_replace( '#^http://#', '', getenv( 'INTEROP_WORDPRESS_URL' ) );
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REMOTE_ADDR']     = '127.0.0.1';
require getenv( 'INTEROP_WORDPRESS_ROOT' ) . '/wp-load.php';
