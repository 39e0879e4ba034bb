<?php
// For the bench, and in favour of WordPress: it sleeps for a second before each verification and takes one linkback in 15
// seconds, and neither is what is measured. `sleep` is switched off in PHP's configuration and does nothing here.
if ( ! function_exists( 'sleep' ) ) {
	function sleep( $seconds ) {
		return 0;
	}
}
add_filter( 'wp_is_comment_flood', '__return_false', 99 );
add_filter( 'comment_flood_filter', '__return_false', 99 );
